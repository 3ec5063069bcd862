/**
 * What the rules in domain/ use and a phone with iOS 13 or 14 lacks; imported before anything else. Every other newer
 * call is kept out of the client.
 */
if (typeof Object.hasOwn !== 'function') {
  Object.defineProperty(Object, 'hasOwn', {
    value: (target: object, key: PropertyKey): boolean => Object.hasOwn(target, key),
  });
}

export {};
