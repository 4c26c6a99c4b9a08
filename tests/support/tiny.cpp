#include "support/tiny.h"

#include <gtest/gtest.h>

#include "content/load/load.h"

namespace needlewise::tiny {

Files files() {
    return {
        {"assets/questionnaire/consultation.json", R"({
  "resourceType": "Questionnaire", "url": "urn:tiny", "version": "1", "status": "active",
  "item": [{"linkId": "about", "type": "group", "item": [
    {"linkId": "goal", "type": "choice", "required": true, "answerOption": [
      {"valueCoding": {"system": "urn:t", "code": "scars"}}, {"valueCoding": {"system": "urn:t", "code": "lines"}}]},
    {"linkId": "kind", "type": "choice", "repeats": true,
      "enableWhen": [{"question": "goal", "operator": "=", "answerCoding": {"system": "urn:t", "code": "scars"}}],
      "answerOption": [
        {"valueCoding": {"system": "urn:t", "code": "wide"}, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 3}]},
        {"valueCoding": {"system": "urn:t", "code": "deep"}, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 0}]},
        {"valueCoding": {"system": "urn:t", "code": "none"}, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive", "valueBoolean": true}]}]},
    {"linkId": "peel-date", "type": "date", "extension": [{"url": "urn:needlewise:date-window", "valueCode": "past"}]}]}]
})"},
        {"assets/model/numbers.json", R"({
  "wait.peel": {"low": 2, "high": 4, "unit": "week", "basis": "evidence", "sources": ["SCR-001"], "reviewed": "2026-11-22"},
  "three": {"typical": 3, "unit": "session", "basis": "evidence", "sources": ["SCR-001"], "reviewed": "2026-11-21"},
  "four": {"typical": 4, "unit": "session", "basis": "evidence", "sources": ["SCR-001"], "reviewed": "2026-11-21"},
  "six": {"typical": 6, "unit": "session", "basis": "evidence", "sources": ["SCR-001"], "reviewed": "2026-11-21"},
  "sessions": {"low": 3, "typical": 4, "high": 6, "unit": "session", "basis": "convention", "sources": ["SCR-001"], "reviewed": "2026-11-21"},
  "interval": {"typical": 4, "unit": "week", "basis": "convention", "sources": ["SCR-001"], "reviewed": "2026-11-21"},
  "judge": {"typical": 12, "unit": "week", "basis": "judgement", "sources": ["JUD-001"], "reviewed": "2026-11-21"},
  "half": {"typical": 0.5, "unit": "fraction", "basis": "evidence", "sources": ["smith2020_acne"], "reviewed": "2026-11-21"},
  "minutes": {"typical": 30, "unit": "minute", "basis": "evidence", "sources": ["SCR-001"], "reviewed": "2026-11-21"}
})"},
        {"assets/model/rules.json", R"([{"id": "peel", "action": "wait", "scope": "area",
  "when": [{"question": "peel-date", "operator": "exists", "answerBoolean": true}],
  "wait": {"since": "peel-date", "number": "wait.peel"}, "sources": ["SCR-001"]}])"},
        {"assets/model/no-finding.json", "[]"},
        {"assets/model/phototype.json", R"({"items": ["kind"], "bands": [{"upto": 2, "type": 1}, {"upto": 3, "type": 2}]})"},
        {"assets/model/courses.json", R"([
  {"id": "scars", "when": [{"question": "goal", "operator": "=", "answerCoding": {"system": "urn:t", "code": "scars"}}],
   "basis": "evidence", "protocols": [{"sessions": "four", "interval": "interval", "sources": ["SCR-001"]}, {"sessions": "three", "interval": "interval", "sources": ["SCR-001"]}, {"sessions": "six", "interval": "interval", "sources": ["SCR-001"]}],
   "sessions": "sessions", "interval": "interval", "judge_after": "judge", "improvement": "scars"},
  {"id": "other", "basis": "convention", "protocols": [{"sessions": "three", "interval": "interval", "sources": ["SCR-001"]}],
   "sessions": "sessions", "interval": "interval", "judge_after": "judge", "improvement": "none"}])"},
        {"assets/model/improvements.json", R"([
  {"id": "scars", "scale": "score", "mean": "half", "conservative": "half", "conservative_is_share": true, "certainty": "low", "sources": ["smith2020_acne"]},
  {"id": "none", "certainty": "none"}])"},
        {"assets/model/drivers.json",
         R"([{"id": "wide", "when": [{"question": "kind", "operator": "=", "answerCoding": {"system": "urn:t", "code": "wide"}}],
  "effect": "better", "sources": ["SCR-001"]}])"},
        {"assets/model/healing.json",
         R"({"days": [0, 1, 3], "bands": [{"id": "light", "levels": {"redness": [3, 1, 0], "swelling": [1, 0, 0], "flaking": [0, 1, 0], "bruising": [0, 0, 0]}}],
  "choices": [{"typical": "light", "slower": "light"}], "phases": [{"id": "repair", "from_h": 0, "until_h": 72, "sources": ["SCR-001"]}],
  "section": [{"id": "channels", "levels": [[0, 1], [72, 0]], "basis": "judgement", "sources": ["JUD-001"]},
    {"id": "clot", "levels": [[0, 1]], "basis": "judgement", "sources": ["JUD-001"]},
    {"id": "immune-cells", "levels": [[0, 0]], "basis": "judgement", "sources": ["JUD-001"]},
    {"id": "repair-cells", "levels": [[0, 0]], "basis": "judgement", "sources": ["JUD-001"]},
    {"id": "new-collagen", "levels": [[0, 0], [24, 0.5]], "basis": "judgement", "sources": ["JUD-001"]},
    {"id": "collagen-bundles", "levels": [[0, 0]], "basis": "evidence", "sources": ["SCR-001"]}],
  "stages": [{"id": "first", "from_h": 0}, {"id": "later", "from_h": 72}], "moments": [0, 48, 72], "sources": ["JUD-001"]})"},
        {"assets/model/aftercare.json",
         R"([{"id": "wash", "kind": "avoid", "from_h": 0, "until_h": 24, "basis": "judgement", "sources": ["JUD-001"]}])"},
        {"assets/model/visit.json", R"([{"id": "needling", "minutes": "minutes"}])"},
        {"assets/model/red-flags.json", R"([{"id": "fever", "urgency": "same-day", "from_h": 0, "sources": ["SCR-001"]}])"},
        {"assets/model/countries.json", R"({"anywhere": {
  "europe": {"number": "112", "for": "emergencies", "page": "https://eu.example/", "checked": "2026-11-22", "verified": true},
  "north-america": {"number": "911", "for": "emergencies", "page": "https://us.example/", "checked": "2026-11-22", "verified": true}},
  "countries": [{"id": "de", "emergency": {"number": "112", "for": "ambulance", "page": "https://de.example/", "checked": "2026-11-22", "verified": true},
    "advice": {"number": "116 117", "name": "Rat", "for": "advice", "page": "https://de.example/", "checked": "2026-11-22", "verified": false}},
   {"id": "us", "emergency": {"number": "911", "for": "emergencies", "page": "https://us.example/", "checked": "2026-11-22", "verified": true},
    "date": "month-first", "temperature": "fahrenheit"}]})"},
        {"assets/model/topics.json", R"([{"id": "pain"}])"},
        {"assets/model/alternatives.json", R"({"rows": ["what"], "options": [{"id": "nothing"}]})"},
        {"assets/model/check.json", "[]"},
        {"assets/evidence/facts.json", R"([
  {"id": "SCR-001", "statement": "Wait after a peel.", "applies_to": "peels", "source": {"citation": "Someone", "year": 2020, "ref": "10.1000/xyz; PMID 12345"}, "evidence_level": "guideline", "checked": true, "url": null, "extra": {"secondary": true}},
  {"id": "JUD-001", "statement": "We think so.", "source": {"citation": "project synthesis", "year": null, "ref": null}, "evidence_level": "project judgement, not evidence", "checked": false}])"},
        {"assets/evidence/trials.json",
         R"([{"id": "smith2020_acne", "arm": "needling", "citation": "Smith A et al. 2020, J Test 12(3):100-110. Title", "design": "RCT", "n": 20,
  "phototypes": "III-V", "outcome_measure": "scar score", "doi_or_pmid": "PMID 777", "checked": true}])"},
        {"assets/evidence/statements.json",
         R"({"learn.pain.studies": ["SCR-001"], "stage.first": ["SCR-001"], "stage.later": ["SCR-001"]})"},
        {"assets/text/en.json", R"({
  "section.about.title": "About you", "question.goal.title": "Your goal", "question.goal.why": "We ask.", "question.kind.title": "Kind",
  "question.kind.why": "We ask.", "question.peel-date.title": "When was it?", "question.peel-date.why": "We ask.",
  "option.goal.scars": "Scars", "option.goal.lines": "Lines", "option.kind.wide": "Wide", "option.kind.deep": "Deep", "option.kind.none": "None",
  "concern.scars.name": "scars", "concern.lines.name": "lines",
  "finding.peel.title": "A peel", "finding.peel.reason": "Clinics wait {wait.peel} after it.", "finding.peel.next": "Ask.",
  "finding.peel.said": "I have had a peel.",
  "driver.wide": "Wide scars do better.", "improvement.scars.summary": "The score fell by {half}.", "improvement.none.reason": "We do not know.",
  "scale.score": "the scar score", "sign.redness.name": "Redness", "sign.swelling.name": "Swelling", "sign.flaking.name": "Flaking",
  "sign.bruising.name": "Bruising", "phase.repair.title": "Repair", "phase.repair.detail": "It heals.", "stage.first": "It begins.", "stage.later": "It ends.",
  "part.channels.name": "Channels", "part.clot.name": "Blood", "part.immune-cells.name": "Cells", "part.repair-cells.name": "More cells",
  "part.new-collagen.name": "New collagen", "part.collagen-bundles.name": "Collagen", "aftercare.wash.title": "Wash", "aftercare.wash.name": "Washing",
  "aftercare.wash.detail": "Wash with care.", "visit.needling.title": "Needling", "visit.needling.what": "It is done.",
  "visit.needling.feel": "You feel it.", "visit.needling.why": "It works so.", "redflag.fever.look": "Fever", "redflag.fever.do": "Call {advice.line}.",
  "urgency.same-day": "The same day", "learn.pain.title": "Pain", "learn.pain.intro": "Does it hurt?", "learn.pain.studies": "Some pain.",
  "alternative.row.what": "What it is", "alternative.nothing.name": "Nothing", "alternative.nothing.what": "You do nothing.",
  "unit.week.one": "{n} week", "unit.week.other": "{n} weeks", "unit.session.other": "{n} sessions", "unit.percent.other": "{n}%",
  "unit.minute.other": "{n} minutes", "format.range": "{low} to {high}", "format.decimal": ".", "format.date": "{day} {month} {year}",
  "country.de": "Germany", "country.us": "United States", "help.line.ambulance": "ambulance", "help.line.emergencies": "all",
  "help.line.advice": "advice", "line.emergency.known": "{line}", "line.emergency.unknown": "the number: {europe} or {north-america}",
  "line.advice.known": "{line}", "line.advice.unknown": "a doctor", "line.crisis.unknown": "somebody", "list.separator": ", "
})"},
    };
}

Files with(std::string_view file, std::string_view piece, std::string_view replacement) {
    Files changed = files();
    const auto found = changed.find(std::string(file));
    if (found == changed.end()) {
        ADD_FAILURE() << "no file " << file;
        return changed;
    }
    const std::size_t at = found->second.find(piece);
    if (at == std::string::npos) ADD_FAILURE() << file << " does not hold " << piece;
    else found->second.replace(at, piece.size(), replacement);
    return changed;
}

Content content() {
    auto loaded = load_content(files());
    if (loaded) return std::move(*loaded);
    for (const Problem& problem : loaded.error()) ADD_FAILURE() << to_line(problem);
    return {};
}

}  // namespace needlewise::tiny
