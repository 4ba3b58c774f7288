import { DATABASES } from '../../../packages/gateway/test/databases.ts'
import { tellStory } from './story.ts'

DATABASES.filter(({ database }) => database.startsWith('PGlite')).forEach(tellStory)
