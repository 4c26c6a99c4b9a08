// What published groups saw, never what one person will see. Formulas and limits: assets/model/README.md, from model.md
// sections 1, 2 and 5. The curve only gives a shape of diminishing returns, and only where studies support it.
#include <algorithm>
#include <cmath>

#include "core/assessment/parts.h"

namespace needlewise {

namespace {

constexpr double eight_in_ten = 1.2816;  // standard deviations either side of the mean of a normal spread

// Looks up a number by name and cites it.
const Number* cited(const Content& content, const std::string& name, std::vector<std::string>& sources) {
    const Number* number = content.number(name);
    if (number) add_sources(sources, number->sources);
    return number;
}

std::optional<Span> range_of(const Number* number) {
    if (!number || !number->low || !number->high) return std::nullopt;
    return Span{*number->low, *number->high};
}

std::optional<double> typical_of(const Number* number) { return number ? number->typical : std::nullopt; }

Span around(double mean, double deviation) {
    const double half = eight_in_ten * deviation;
    return {std::clamp(mean - half, 0.0, 1.0), std::clamp(mean + half, 0.0, 1.0)};
}

struct Curve {
    double emax = 0, tau = 1;
    int first = 0, last = 0;  // sessions that studies support; outside them the curve is prior or extrapolation
    bool supports(int sessions) const { return first <= sessions && sessions <= last; }
};

std::optional<Curve> curve_of(const Content& content, const ImprovementRule& rule, std::vector<std::string>& sources) {
    if (rule.curve.empty()) return std::nullopt;
    const auto emax = typical_of(cited(content, rule.curve + ".emax", sources));
    const auto tau = typical_of(cited(content, rule.curve + ".tau", sources));
    const auto sessions = range_of(cited(content, rule.curve + ".sessions", sources));
    if (!emax || !tau || !(*tau > 0) || !sessions) return std::nullopt;
    return Curve{*emax, *tau, static_cast<int>(sessions->low), static_cast<int>(sessions->high)};
}

// One bar per supported session: the mean of groups, and the spread between people when it is known, else no spread.
std::vector<AfterSessions> sessions_on(const Curve& curve, std::optional<double> deviation) {
    std::vector<AfterSessions> all;
    for (int sessions = curve.first; sessions <= curve.last; ++sessions) {
        const double mean = gained_after(sessions, curve.emax, curve.tau);
        const Span spread = deviation ? around(mean, *deviation) : Span{mean, mean};
        all.push_back({sessions, {spread.low, mean, spread.high}});
    }
    return all;
}

std::optional<double> conservative_of(const ImprovementRule& rule, const Number* number, std::optional<double> mean) {
    const auto figure = usual(number);
    if (!figure || !rule.conservative_is_share) return figure;
    if (!mean) return std::nullopt;
    return *figure * *mean;
}

std::optional<Fraction> responders_of(const Number* number) {
    const auto any = usual(number);
    if (!any) return std::nullopt;
    return Fraction{number->low.value_or(*any), *any, number->high.value_or(*any)};
}

Improvement improvement_of(const Content& content, const ImprovementRule& rule, int sessions) {
    Improvement found;
    found.rule = rule.id;
    found.scale = rule.scale;
    found.certainty = rule.certainty;
    found.sources = rule.sources;
    const Number* mean = cited(content, rule.mean, found.sources);
    const auto curve = curve_of(content, rule, found.sources);
    const auto deviation = typical_of(cited(content, rule.individual_sd, found.sources));
    if (curve && curve->supports(sessions)) found.mean = gained_after(sessions, curve->emax, curve->tau);
    else if (!curve) found.mean = typical_of(mean);
    if (curve) found.by_session = sessions_on(*curve, deviation);
    const Span nothing_wider = Span{found.mean.value_or(0), found.mean.value_or(0)};
    const Number* interval = cited(content, rule.interval, found.sources);
    found.range = range_of(interval).value_or(range_of(mean).value_or(nothing_wider));
    if (found.mean && deviation) found.individual = around(*found.mean, *deviation);
    found.conservative = conservative_of(rule, cited(content, rule.conservative, found.sources), found.mean);
    found.responders_per_100 = responders_of(cited(content, rule.responders, found.sources));
    return found;
}

}  // namespace

double gained_after(double sessions, double emax, double tau) { return emax * (1 - std::exp(-sessions / tau)); }

StudiesSaw studies_saw(const Content& content, std::string_view improvement_rule, int sessions) {
    const auto rule = std::ranges::find(content.improvements, improvement_rule, &ImprovementRule::id);
    if (rule == content.improvements.end() || rule->scale.empty()) return {std::nullopt, std::string(improvement_rule)};
    return {improvement_of(content, *rule, sessions), {}};
}

std::vector<std::string> caveats_for(const Content& content, std::string_view improvement_rule, const Answers& answers,
                                     const std::vector<DriverFound>& drivers) {
    std::vector<std::string> keys;
    const auto rule = std::ranges::find(content.improvements, improvement_rule, &ImprovementRule::id);
    if (rule == content.improvements.end()) return keys;
    for (const Caveat& caveat : rule->caveats)
        if (holds(caveat.when, answers)) keys.push_back("improvement." + rule->id + ".caveat." + caveat.id);
    for (const DriverFound& driver : drivers)
        if (driver.effect == Effect::less) keys.push_back("driver." + driver.id);
    return keys;
}

}  // namespace needlewise
