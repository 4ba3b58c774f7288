import { describeRuleVectors } from '../test/rule-vectors.ts'

describeRuleVectors()
