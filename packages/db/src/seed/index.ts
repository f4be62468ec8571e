export { insertSampleMenu, type SampleMenuPlace } from './insert-menu.ts'
export { insertStations, type StationKey, type Tenant } from './insert-stations.ts'
export type { PriceList } from './sample-menu-types.ts'
export { type DemoGuide, seedDemo } from './seed-demo.ts'
