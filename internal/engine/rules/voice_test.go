package rules

import "github.com/standfirst/standfirst/internal/engine/rule"

// voiceRules are the rules of voice and truth, which clean texts must not wake.
var voiceRules = []*rule.Rule{
	aiToolMention, apology, emojiOrDecoration, filler, firstPersonHeavy, focusExceedsTotal, hedge, impossibleReduction, languagePrimitives,
	layoffDisclosure, noClosing, objectiveOpener, percentDisagrees, percentileOrder, personalData, repeatedVerb, repeatedWord, softSkill,
	stuffing, technologyCasing, thirdPerson, unfinished, vagueClosing, versionBeforeRelease, volumeExceedsRate, weakOwnership,
	wishedTechnology, yearsExceedTechnology,
}
