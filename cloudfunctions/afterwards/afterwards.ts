import type { Service } from '../kit/serve';
import { addPhotos } from './add-photos';
import { album } from './album';
import { answer } from './answer';
import { decidePhoto } from './decide-photo';
import { feedback } from './feedback';
import { hidePhoto } from './hide-photo';
import { result } from './result';
import { sweepAlbums } from './sweep-albums';

export const afterwards: Service<'afterwards'> = {
  area: 'afterwards',
  operations: { feedback, answer, result, album, addPhotos, hidePhoto, decidePhoto },
  sweeps: { sweepAlbums },
};
