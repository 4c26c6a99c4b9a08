#include "content/exchange/assessment_json.h"

#include <cmath>

#include "content/vocabulary.h"
#include "content/writer.h"

namespace needlewise {

namespace {

// Four decimals: fractions come out of arithmetic, and no study knows more.
double rounded(double figure) { return std::round(figure * 1e4) / 1e4; }

template <class T>
void date(JsonWriter& out, std::string_view name, const T& day) {
    if (day) out.field(name, iso_date(*day));
}

void span(JsonWriter& out, std::string_view name, double low, double high) {
    out.object(name, [&] {
        out.field("low", rounded(low));
        out.field("high", rounded(high));
    });
}

template <class Range>  // SessionRange, WeekRange
void range(JsonWriter& out, std::string_view name, const Range& figures) {
    out.object(name, [&] {
        out.field("low", figures.low);
        out.field("common", figures.common);
        out.field("high", figures.high);
    });
}

void fraction(JsonWriter& out, std::string_view name, double low, std::optional<double> mean, double high) {
    out.object(name, [&] {
        out.field("low", rounded(low));
        if (mean) out.field("mean", rounded(*mean));
        else out.null("mean");
        out.field("high", rounded(high));
    });
}

void write_findings(JsonWriter& out, const Content& content, const Assessment& assessment) {
    out.list("findings", [&] {
        for (const Finding& finding : assessment.findings) {
            out.object([&] {
                out.field("id", finding.id);
                out.field("action", word_for(finding.action, action_words));
                date(out, "until", finding.until);
                out.field("reason", say(content, "finding." + finding.id + ".reason").text);
                out.list("sources", finding.sources);
            });
        }
    });
}

void write_course(JsonWriter& out, const Course& course) {
    out.object("course", [&] {
        out.field("rule", course.rule);
        out.field("concern", course.concern);
        out.field("basis", word_for(course.basis, basis_words));
        range(out, "sessions", course.sessions);
        range(out, "interval_weeks", course.interval_weeks);
        out.object("months", [&] {
            out.field("low", course.months.low);
            out.field("high", course.months.high);
        });
        out.field("judge_after_weeks", course.judge_after_weeks);
        out.list("drivers", [&] {
            for (const DriverFound& driver : course.drivers) {
                out.object([&] {
                    out.field("id", driver.id);
                    out.field("effect", word_for(driver.effect, effect_words));
                    out.list("sources", driver.sources);
                });
            }
        });
        date(out, "start", course.start);
        std::vector<std::string> days;
        for (const Date day : course.calendar) days.push_back(iso_date(day));
        if (!days.empty()) out.list("calendar", days);
        date(out, "judge_on", course.judge_on);
        out.list("sources", course.sources);
    });
}

void write_improvement(JsonWriter& out, const Improvement& improvement) {
    out.object("improvement", [&] {
        out.field("rule", improvement.rule);
        out.field("scale", improvement.scale);
        fraction(out, "fraction", improvement.range.low, improvement.mean, improvement.range.high);
        if (improvement.individual) span(out, "individual", improvement.individual->low, improvement.individual->high);
        if (improvement.conservative) out.field("conservative", rounded(*improvement.conservative));
        if (const auto& share = improvement.responders_per_100) fraction(out, "responders_per_100", share->low, share->mean, share->high);
        if (!improvement.by_session.empty()) {
            out.list("by_session", [&] {
                int session = 3;  // the curve is supported from the third session on
                for (const Fraction& one : improvement.by_session) {
                    out.object([&] {
                        out.field("session", session++);
                        fraction(out, "fraction", one.low, one.mean, one.high);
                    });
                }
            });
        }
        out.field("certainty", word_for(improvement.certainty, certainty_words));
        out.list("sources", improvement.sources);
    });
}

void write_no_improvement(JsonWriter& out, const Content& content, const std::string& rule) {
    out.null("improvement");
    out.field("improvement_reason", rule.empty() ? "" : say(content, "improvement." + rule + ".reason").text);
}

void write_healing(JsonWriter& out, const Assessment& assessment) {
    out.list("timeline", [&] {
        for (const SignCourse& sign : assessment.timeline) {
            out.object([&] {
                out.field("sign", word_for(sign.sign, sign_words));
                out.field("from_h", sign.from_h);
                out.field("typical_h", sign.typical_h);
                out.field("slower_h", sign.slower_h);
                out.object("level", [&] {
                    out.list("days", sign.days);
                    out.list("typical", sign.typical);
                    out.list("slower", sign.slower);
                });
                out.field("judgement", sign.judgement);
                out.list("sources", sign.sources);
            });
        }
    });
    out.list("aftercare", [&] {
        for (const Aftercare& care : assessment.aftercare) {
            out.object([&] {
                out.field("id", care.id);
                out.field("from_h", care.from_h);
                if (care.until_h) out.field("until_h", *care.until_h);
                else out.null("until_h");
                out.field("basis", word_for(care.basis, basis_words));
                out.list("sources", care.sources);
            });
        }
    });
}

void write_visit(JsonWriter& out, const Assessment& assessment) {
    out.list("visit", [&] {
        for (const VisitMinutes& step : assessment.visit) {
            out.object([&] {
                out.field("step", step.step);
                out.field("minutes", step.minutes);
            });
        }
    });
}

void write_event(JsonWriter& out, const EventPlan& plan) {
    out.object("event", [&] {
        out.field("date", iso_date(plan.event));
        date(out, "last_session", plan.last_session);
        date(out, "last_for_result", plan.last_for_result);
        out.field("sessions_that_fit", plan.sessions_that_fit);
        out.field("course_fits", plan.course_fits);
        out.field("too_soon", plan.too_soon);
    });
}

}  // namespace

std::string assessment_json(const Content& content, const Assessment& assessment, std::string_view app_version) {
    JsonWriter out;
    out.object([&] {
        write_findings(out, content, assessment);
        if (assessment.course) write_course(out, *assessment.course);
        else out.null("course");
        if (assessment.improvement) write_improvement(out, *assessment.improvement);
        else write_no_improvement(out, content, assessment.no_number);
        write_healing(out, assessment);
        write_visit(out, assessment);
        if (assessment.event) write_event(out, *assessment.event);
        if (assessment.phototype_low && assessment.phototype_high) {
            out.object("phototype", [&] {
                out.field("low", *assessment.phototype_low);
                out.field("high", *assessment.phototype_high);
            });
        }
        out.object("versions", [&] {
            out.field("app", app_version);
            out.field("content", content.version);
            out.field("questionnaire", content.questionnaire.version);
        });
    });
    return out.take();
}

}  // namespace needlewise
