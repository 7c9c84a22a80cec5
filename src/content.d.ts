declare module '*.svx' {
  import type { Component } from 'svelte';
  const component: Component;
  export default component;
}

declare module 'virtual:collection' {
  import type { Collection } from '#lib/model/collection.ts';
  export const collection: Collection;
}
