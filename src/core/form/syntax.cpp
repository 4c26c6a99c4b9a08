#include "core/form/syntax.h"

#include <algorithm>
#include <array>

#include "core/letters.h"

namespace needlewise {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hexadecimal(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

constexpr std::array<std::string_view, 146> resource_types{
    "Account",
    "ActivityDefinition",
    "AdverseEvent",
    "AllergyIntolerance",
    "Appointment",
    "AppointmentResponse",
    "AuditEvent",
    "Basic",
    "Binary",
    "BiologicallyDerivedProduct",
    "BodyStructure",
    "Bundle",
    "CapabilityStatement",
    "CarePlan",
    "CareTeam",
    "CatalogEntry",
    "ChargeItem",
    "ChargeItemDefinition",
    "Claim",
    "ClaimResponse",
    "ClinicalImpression",
    "CodeSystem",
    "Communication",
    "CommunicationRequest",
    "CompartmentDefinition",
    "Composition",
    "ConceptMap",
    "Condition",
    "Consent",
    "Contract",
    "Coverage",
    "CoverageEligibilityRequest",
    "CoverageEligibilityResponse",
    "DetectedIssue",
    "Device",
    "DeviceDefinition",
    "DeviceMetric",
    "DeviceRequest",
    "DeviceUseStatement",
    "DiagnosticReport",
    "DocumentManifest",
    "DocumentReference",
    "EffectEvidenceSynthesis",
    "Encounter",
    "Endpoint",
    "EnrollmentRequest",
    "EnrollmentResponse",
    "EpisodeOfCare",
    "EventDefinition",
    "Evidence",
    "EvidenceVariable",
    "ExampleScenario",
    "ExplanationOfBenefit",
    "FamilyMemberHistory",
    "Flag",
    "Goal",
    "GraphDefinition",
    "Group",
    "GuidanceResponse",
    "HealthcareService",
    "ImagingStudy",
    "Immunization",
    "ImmunizationEvaluation",
    "ImmunizationRecommendation",
    "ImplementationGuide",
    "InsurancePlan",
    "Invoice",
    "Library",
    "Linkage",
    "List",
    "Location",
    "Measure",
    "MeasureReport",
    "Media",
    "Medication",
    "MedicationAdministration",
    "MedicationDispense",
    "MedicationKnowledge",
    "MedicationRequest",
    "MedicationStatement",
    "MedicinalProduct",
    "MedicinalProductAuthorization",
    "MedicinalProductContraindication",
    "MedicinalProductIndication",
    "MedicinalProductIngredient",
    "MedicinalProductInteraction",
    "MedicinalProductManufactured",
    "MedicinalProductPackaged",
    "MedicinalProductPharmaceutical",
    "MedicinalProductUndesirableEffect",
    "MessageDefinition",
    "MessageHeader",
    "MolecularSequence",
    "NamingSystem",
    "NutritionOrder",
    "Observation",
    "ObservationDefinition",
    "OperationDefinition",
    "OperationOutcome",
    "Organization",
    "OrganizationAffiliation",
    "Parameters",
    "Patient",
    "PaymentNotice",
    "PaymentReconciliation",
    "Person",
    "PlanDefinition",
    "Practitioner",
    "PractitionerRole",
    "Procedure",
    "Provenance",
    "Questionnaire",
    "QuestionnaireResponse",
    "RelatedPerson",
    "RequestGroup",
    "ResearchDefinition",
    "ResearchElementDefinition",
    "ResearchStudy",
    "ResearchSubject",
    "RiskAssessment",
    "RiskEvidenceSynthesis",
    "Schedule",
    "SearchParameter",
    "ServiceRequest",
    "Slot",
    "Specimen",
    "SpecimenDefinition",
    "StructureDefinition",
    "StructureMap",
    "Subscription",
    "Substance",
    "SubstanceNucleicAcid",
    "SubstancePolymer",
    "SubstanceProtein",
    "SubstanceReferenceInformation",
    "SubstanceSourceMaterial",
    "SubstanceSpecification",
    "SupplyDelivery",
    "SupplyRequest",
    "Task",
    "TerminologyCapabilities",
    "TestReport",
    "TestScript",
    "ValueSet",
    "VerificationResult",
    "VisionPrescription",
};

// RFC 3986: what may stand in a URI as it is. Letters beyond ASCII are let through; many write them.
bool may_stand_in_uri(char c) {
    constexpr std::string_view marks = "-._~:/?#[]@!$&'()*+,;=%|";
    return is_digit(c) || is_letter(c) || (static_cast<unsigned char>(c) & 0x80u) != 0 || marks.contains(c);
}

// FHIR has its letters small.
bool is_uuid(std::string_view text) {
    constexpr std::string_view form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    if (text.size() != form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i)
        if (form[i] == '-' ? text[i] != '-' : !is_digit(text[i]) && (text[i] < 'a' || text[i] > 'f')) return false;
    return true;
}

// "1.2.840": numbers without zeros in front, the first of them 0, 1 or 2. FHIR: [0-2](\.(0|[1-9][0-9]*))+
bool is_oid(std::string_view text) {
    if (text.size() < 2 || text.front() > '2' || text[1] != '.') return false;
    bool starts = true, nought = false;
    int parts = 1;
    for (const char c : text) {
        if (c == '.') {
            if (starts) return false;
            starts = true;
            ++parts;
            continue;
        }
        if (!is_digit(c) || (!starts && nought)) return false;
        nought = starts && c == '0';
        starts = false;
    }
    return !starts && parts > 1;
}

// "https" of "https://…"; empty for a relative address.
std::string_view scheme_of(std::string_view uri) {
    const auto end = uri.find(':');
    if (end == std::string_view::npos || end == 0 || !is_letter(uri.front())) return {};
    const std::string_view scheme = uri.substr(0, end);
    const bool fine = std::ranges::all_of(scheme, [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; });
    return fine ? scheme : std::string_view{};
}

// RFC 3986: the host, and the port after it, of what stands behind "https://".
std::optional<std::string> wrong_with_host(std::string_view rest) {
    rest = rest.substr(0, rest.find_first_of("/?#"));
    if (const auto user = rest.rfind('@'); user != std::string_view::npos) rest.remove_prefix(user + 1);
    const auto end_of_number = rest.starts_with('[') ? rest.find(']') : 0;  // of an address of IPv6, which has colons
    const auto port = rest.find(':', end_of_number);
    if (rest.substr(0, port).empty()) return "it names no host";
    if (port != std::string_view::npos && !std::ranges::all_of(rest.substr(port + 1), is_digit)) return "its port is no number";
    return std::nullopt;
}

bool has_bad_escape(std::string_view uri) {
    for (std::size_t i = uri.find('%'); i != std::string_view::npos; i = uri.find('%', i + 1))
        if (i + 2 >= uri.size() || !is_hexadecimal(uri[i + 1]) || !is_hexadecimal(uri[i + 2])) return true;
    return false;
}

// The last two steps of an address as type and id, "_history/…" at its end aside.
struct TypeAndId {
    std::string_view type, id;
};

TypeAndId split(std::string_view reference) {
    if (const auto version = reference.find("/_history/"); version != std::string_view::npos) reference = reference.substr(0, version);
    const auto last = reference.rfind('/');
    if (last == std::string_view::npos) return {reference, {}};
    const std::string_view before = reference.substr(0, last);
    const auto first = before.rfind('/');
    return {first == std::string_view::npos ? before : before.substr(first + 1), reference.substr(last + 1)};
}

}  // namespace

std::optional<std::string> wrong_with_uri(std::string_view uri) {
    if (uri.empty()) return "it is empty";
    if (const auto bad = std::ranges::find_if_not(uri, may_stand_in_uri); bad != uri.end()) {
        const bool blank = *bad == ' ' || *bad == '\t' || *bad == '\n' || *bad == '\r';
        return blank ? "there is a blank in it" : "there is \"" + std::string(1, *bad) + "\" in it";
    }
    if (has_bad_escape(uri)) return "a % stands without two figures after it";
    if (uri.starts_with("urn:uuid:") && !is_uuid(uri.substr(9))) return "it is no UUID in small letters";
    if (uri.starts_with("urn:oid:") && !is_oid(uri.substr(8))) return "it is no OID";
    const std::string_view scheme = scheme_of(uri);
    if (scheme.empty() && uri.substr(0, uri.find_first_of("/?#")).contains(':')) return "it begins with no scheme such as https:";
    if (!scheme.empty() && uri.size() == scheme.size() + 1) return "nothing stands after the scheme";
    if (scheme != "http" && scheme != "https") return std::nullopt;
    constexpr std::string_view sign = "://";
    if (!uri.substr(scheme.size()).starts_with(sign)) return "two slashes are missing";
    return wrong_with_host(uri.substr(scheme.size() + sign.size()));
}

std::optional<std::string> wrong_with_reference(std::string_view reference) {
    if (reference.starts_with('#'))
        return reference.size() == 1 || is_id(reference.substr(1)) ? std::nullopt : std::optional<std::string>("it names no id");
    if (auto wrong = wrong_with_uri(reference)) return wrong;
    const std::string_view scheme = scheme_of(reference);
    const TypeAndId parts = split(reference);
    if (scheme == "http" || scheme == "https") {
        // An address may be of anything; one that ends like a server's names a type that there is.
        const bool like_a_type =
            !parts.type.empty() && parts.type.front() >= 'A' && parts.type.front() <= 'Z' && std::ranges::all_of(parts.type, is_letter);
        if (like_a_type && is_id(parts.id) && !is_resource_type(parts.type))
            return "there is no type of resource \"" + std::string(parts.type) + "\"";
        return std::nullopt;
    }
    if (!scheme.empty()) return std::nullopt;
    if (!is_resource_type(parts.type)) return "there is no type of resource \"" + std::string(parts.type) + "\"";
    if (!is_id(parts.id)) return "it names no id";
    if (!reference.starts_with(parts.type)) return "a relative reference begins with the type";
    const std::size_t named = parts.type.size() + 1 + parts.id.size();
    constexpr std::string_view history = "/_history/";
    if (reference.size() > named && !is_id(reference.substr(named + history.size()))) return "it names no version";
    return std::nullopt;
}

bool is_resource_type(std::string_view word) { return std::ranges::binary_search(resource_types, word); }

bool is_id(std::string_view word) {
    return !word.empty() && word.size() <= 64 &&
           std::ranges::all_of(word, [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '.'; });
}

std::string_view type_in_reference(std::string_view reference) {
    const std::string_view scheme = scheme_of(reference);
    if (reference.starts_with('#') || scheme == "urn") return {};
    const TypeAndId parts = split(reference);
    return is_resource_type(parts.type) && is_id(parts.id) ? parts.type : std::string_view{};
}

bool is_media_type(std::string_view word) {
    if (word.ends_with(' ') || word.ends_with(';')) return false;
    word = word.substr(0, word.find(';'));
    while (word.ends_with(' ')) word.remove_suffix(1);
    const auto slash = word.find('/');
    const auto fine = [](std::string_view part) {
        return !part.empty() &&
               std::ranges::all_of(part, [](char c) { return is_letter(c) || is_digit(c) || std::string_view("!#$&-^_.+*").contains(c); });
    };
    return slash != std::string_view::npos && fine(word.substr(0, slash)) && fine(word.substr(slash + 1));
}

bool media_type_fits(std::string_view given, std::string_view allowed) {
    const auto name = [](std::string_view type) {
        std::string small(type.substr(0, type.find(';')));
        while (small.ends_with(' ')) small.pop_back();
        std::ranges::transform(small, small.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return small;
    };
    const std::string wanted = name(allowed), is = name(given);
    if (wanted == "*/*" || wanted == "*") return true;
    return wanted.ends_with("/*") ? is.starts_with(wanted.substr(0, wanted.size() - 1)) : is == wanted;
}

std::optional<std::int64_t> base64_size(std::string_view text) {
    std::int64_t figures = 0, padding = 0;
    for (const char c : text) {
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;  // FHIR lets whitespace stand
        if (c == '=') {
            ++padding;
        } else if (padding > 0 || !(is_letter(c) || is_digit(c) || c == '+' || c == '/')) {
            return std::nullopt;
        } else {
            ++figures;
        }
    }
    const bool blank = figures == 0 && !text.empty();
    if (blank || padding > 2 || (figures + padding) % 4 != 0) return std::nullopt;
    return figures * 3 / 4;
}

std::size_t count_characters(std::string_view utf8) {
    return static_cast<std::size_t>(std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

}  // namespace needlewise
