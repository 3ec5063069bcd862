import { View } from '@tarojs/components';
import { winsOf } from '../../../domain/wording/fixture';
import type { DisputeView, FixtureDetail } from '../../../types/contract';
import { Photo } from '../../device/photo';
import { ScoreLines, sideNames } from './match-head';
import './match.css';

/** What the other side says instead: for both teams, and for who decides. */
export function Dispute({ match, dispute }: { match: FixtureDetail; dispute: DisputeView }) {
  const { by, words, photos, claims } = dispute;
  const wins = claims && winsOf(claims, match.discipline, match.bestOf);
  return (
    <View className="pad match-part" data-testid="dispute">
      <View className="card stack">
        <View className="strong">{sideNames(match)[by]}有异议</View>
        {words !== '' && <View>{words}</View>}
        {claims && (
          <View>
            <View className="note">说是这样</View>
            {wins && (
              <View className="title number">
                {wins[0]} : {wins[1]}
              </View>
            )}
            <ScoreLines match={match} outcome={claims} />
          </View>
        )}
        {photos.length > 0 && (
          <View className="evidence">
            {photos.map((file, at) => (
              <Photo
                key={file}
                className="evidence__photo"
                file={file}
                label={`照片，共 ${photos.length} 张的第 ${at + 1} 张`}
                among={photos}
              />
            ))}
          </View>
        )}
        {match.state === 'disputed' && <View className="note">裁判看过双方的说法后来定</View>}
      </View>
    </View>
  );
}
