#include "content/exchange/assessment_json.h"

#include <cmath>

#include "content/vocabulary.h"
#include "content/writer.h"

namespace needlewise {

namespace {

// Four decimals: fractions come out of arithmetic, and no study knows more.
double rounded(double figure) { return std::round(figure * 1e4) / 1e4; }

inline constexpr std::array downtime_words{
    Word<DowntimeFit>{"too-few", DowntimeFit::too_few},       Word<DowntimeFit>{"usual", DowntimeFit::usual},
    Word<DowntimeFit>{"doubtful", DowntimeFit::doubtful},     Word<DowntimeFit>{"slower", DowntimeFit::slower},
    Word<DowntimeFit>{"open-ended", DowntimeFit::open_ended},
};

inline constexpr std::array plan_words{
    Word<PlanState>{"clear", PlanState::clear},           Word<PlanState>{"from-date", PlanState::from_date},
    Word<PlanState>{"not-before", PlanState::not_before}, Word<PlanState>{"if-agreed", PlanState::if_agreed},
    Word<PlanState>{"not-now", PlanState::not_now},
};

inline constexpr std::array event_words{
    Word<EventFit>{"past", EventFit::past},
    Word<EventFit>{"before-start", EventFit::before_start},
    Word<EventFit>{"before-earliest", EventFit::before_earliest},
    Word<EventFit>{"too-soon", EventFit::too_soon},
    Word<EventFit>{"part", EventFit::part},
    Word<EventFit>{"not-judged", EventFit::not_judged},
    Word<EventFit>{"fits", EventFit::fits},
};

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

void write_problems(JsonWriter& out, const Problems& problems) {
    std::vector<std::string> lines;
    lines.reserve(problems.size());
    for (const Problem& problem : problems) lines.push_back(to_line(problem));
    out.list("problems", lines);
}

void write_findings(JsonWriter& out, const Content& content, const Assessment& assessment) {
    out.list("findings", [&] {
        for (const Finding& finding : assessment.findings) {
            out.object([&] {
                out.field("id", finding.id);
                out.field("action", word_for(finding.action, action_words));
                out.field("scope", word_for(finding.scope, scope_words));
                date(out, "until", finding.until);
                date(out, "not_before", finding.not_before);
                out.field("reason", say(content, "finding." + finding.id + ".reason").text);
                out.list("sources", finding.sources);
            });
        }
    });
}

// The days of the plan stand with the course too, where programs have looked for them.
void write_course(JsonWriter& out, const Course& course, const Plan& plan) {
    out.object("course", [&] {
        out.field("rule", course.rule);
        out.field("concern", course.concern);
        out.field("basis", word_for(course.basis, basis_words));
        range(out, "sessions", course.sessions);
        range(out, "interval_weeks", course.interval_weeks);
        out.object("weeks", [&] {
            out.field("low", course.weeks_low);
            out.field("high", course.weeks_high);
        });
        out.object("months", [&] {
            out.field("low", course.months.low);
            out.field("high", course.months.high);
        });
        out.list("protocols", [&] {
            for (const ProtocolFound& protocol : course.protocols) {
                out.object([&] {
                    out.field("sessions", protocol.sessions);
                    out.field("interval_weeks", protocol.interval_weeks);
                    out.field("weeks", protocol.weeks);
                    out.list("sources", protocol.sources);
                });
            }
        });
        out.field("judge_after_weeks", course.judge_after_weeks);
        if (course.judge_from_start_weeks) out.field("judge_from_start_weeks", *course.judge_from_start_weeks);
        out.list("drivers", [&] {
            for (const DriverFound& driver : course.drivers) {
                out.object([&] {
                    out.field("id", driver.id);
                    out.field("effect", word_for(driver.effect, effect_words));
                    out.list("sources", driver.sources);
                });
            }
        });
        date(out, "start", plan.start);
        std::vector<std::string> days;
        for (const Date day : plan.sessions) days.push_back(iso_date(day));
        if (!days.empty()) out.list("calendar", days);
        date(out, "judge_on", plan.judge_on);
        out.list("sources", course.sources);
    });
}

void write_plan(JsonWriter& out, const Plan& plan) {
    out.object("plan", [&] {
        out.field("state", word_for(plan.state, plan_words));
        if (!plan.reason.empty()) {
            out.field("reason", plan.reason);
            out.field("scope", word_for(plan.scope, scope_words));
        }
        if (plan.state == PlanState::not_now) return;
        out.field("earliest", iso_date(plan.earliest));
        if (!plan.earliest_reason.empty()) {
            out.field("earliest_reason", plan.earliest_reason);
            out.field("earliest_known", plan.earliest_known);
        }
        date(out, "wish", plan.wish);
        date(out, "start", plan.start);
    });
}

void write_improvement(JsonWriter& out, const Content& content, const Improvement& improvement) {
    out.object("improvement", [&] {
        out.field("rule", improvement.rule);
        out.field("scale", improvement.scale);
        fraction(out, "fraction", improvement.range.low, improvement.mean, improvement.range.high);
        if (improvement.individual) span(out, "individual", improvement.individual->low, improvement.individual->high);
        if (improvement.conservative) out.field("conservative", rounded(*improvement.conservative));
        if (const auto& share = improvement.responders_per_100) fraction(out, "responders_per_100", share->low, share->mean, share->high);
        if (!improvement.by_session.empty()) {
            out.list("by_session", [&] {
                for (const auto& [sessions, gained] : improvement.by_session) {
                    out.object([&] {
                        out.field("session", sessions);
                        fraction(out, "fraction", gained.low, gained.mean, gained.high);
                    });
                }
            });
        }
        out.field("certainty", word_for(improvement.certainty, certainty_words));
        std::vector<std::string> caveats;
        for (const std::string& key : improvement.caveats) caveats.push_back(say(content, key).text);
        if (!caveats.empty()) out.list("caveats", caveats);
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
    if (assessment.downtime) {
        out.object("downtime", [&] {
            out.field("typical_h", assessment.downtime->typical_h);
            out.field("slower_h", assessment.downtime->slower_h);
            if (assessment.downtime->fit) out.field("fit", word_for(*assessment.downtime->fit, downtime_words));
        });
    }
    out.list("aftercare", [&] {
        for (const Aftercare& care : assessment.aftercare) {
            out.object([&] {
                out.field("id", care.id);
                out.field("from_h", care.from_h);
                if (care.until_h) out.field("until_h", *care.until_h);
                else out.null("until_h");
                std::vector<std::string> calm;
                for (const Sign sign : care.calm) calm.emplace_back(word_for(sign, sign_words));
                if (!calm.empty()) out.list("calm", calm);
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

void write_event(JsonWriter& out, Date day, const EventPlan& plan) {
    out.object("event", [&] {
        out.field("date", iso_date(day));
        out.field("fit", word_for(plan.fit, event_words));
        date(out, "last_session", plan.last_session);
        date(out, "latest_start", plan.latest_start);
        out.field("sessions_that_fit", plan.sessions_that_fit);
        out.field("course_fits", plan.fit >= EventFit::not_judged);
        out.field("too_soon", plan.fit < EventFit::part);
        if (const auto& tested = plan.after_test) {
            out.object("after_test", [&] {
                out.field("fit", word_for(tested->fit, event_words));
                date(out, "latest_test", tested->latest_test);
                out.field("sessions_that_fit", tested->sessions_that_fit);
            });
        }
    });
}

}  // namespace

std::string assessment_json(const Content& content, const Assessment& assessment, const Problems& problems, std::string_view app_version) {
    JsonWriter out;
    out.object([&] {
        out.field("complete", assessment.complete());
        if (!assessment.complete()) out.list("missing", assessment.open);
        if (!problems.empty()) write_problems(out, problems);
        write_findings(out, content, assessment);
        if (assessment.plan) write_plan(out, *assessment.plan);
        else out.null("plan");
        if (assessment.course && assessment.plan) write_course(out, *assessment.course, *assessment.plan);
        else out.null("course");
        if (assessment.improvement) write_improvement(out, content, *assessment.improvement);
        else write_no_improvement(out, content, assessment.no_number);
        write_healing(out, assessment);
        write_visit(out, assessment);
        if (assessment.plan && assessment.plan->event) write_event(out, *assessment.plan->event_day, *assessment.plan->event);
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
