// The parts pages are made of: one function per page kind, the frame around them, and the writer that turns text keys into
// nodes with their sources.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/assessment/assessment.h"
#include "core/form/flow.h"
#include "core/pages/page.h"

namespace needlewise {

class Writer;

// ---- One function per page kind: the nodes of <main> --------------------------------------------------------------

std::vector<Node> home_page(const Content& content, const Model& model);
std::vector<Node> question_page(const Content& content, const Model& model);
std::vector<Node> review_page(const Content& content, const Model& model);
std::vector<Node> result_page(const Content& content, const Model& model);
std::vector<Node> learn_page(const Content& content, const Model& model);
std::vector<Node> sources_page(const Content& content, const Model& model);
std::vector<Node> about_page(const Content& content, const Model& model);
std::vector<Node> accessibility_page(const Content& content, const Model& model);
std::vector<Node> settings_page(const Content& content, const Model& model);
void choose_language(const Content& content, const Model& model, Writer& page);  // a list, where there are several
std::vector<Node> staff_page(const Content& content, const Model& model);
std::vector<Node> staff_brief(const Content& content, const Model& model);  // one page: what staff read before they see the person
std::vector<Node> pin_page(const Content& content, const Model& model);     // before the pages for staff, in a kiosk
std::vector<Node> help_page(const Content& content, const Model& model);
std::vector<Node> pack_page(const Content& content);
std::vector<Node> form_start(const Content& content, const Model& model);  // of anybody's questionnaire, or why it cannot be used
std::vector<Node> form_page(const Content& content, const Model& model);
std::optional<Node> form_after(const Content& content);  // the way to it, where it comes after the consultation
std::vector<Node> open_page(const Content& content, const Model& model);
std::vector<Node> gallery_page(const Content& content, const Model& model);
std::vector<Node> missing_page(const Content& content, const Model& model);  // the address names no page

// The steps of a visit as cards with their pictures: what is done, what you feel, why; before them the button that holds
// all pictures.
std::vector<Node> visit_steps(const Content& content, const Model& model, const std::vector<VisitMinutes>& visit);

// The text key of a part of a step: ".title", ".what", ".feel", ".why".
std::string visit_key(const Content& content, const VisitMinutes& step, std::string_view part);

// One of them as large as the page, to be shown to somebody.
std::vector<Node> visit_slide(const Content& content, const Model& model, const VisitStep& step);

// Any other page that staff show: the one idea of it, in what the part of the sheet says of it.
std::vector<Node> slide(const Content& content, const Model& model);

// The skin at one hour after a session, with the slider that changes it. Shown by staff it is the picture alone, on the learn pages it
// has its words, and on a person's sheet also what may be done then and what to watch for.
enum class MomentWords { none, some, all };
Node time_machine(const Content& content, const Model& model, const Assessment& found, MomentWords words);

// What clinics commonly say and what studies found on a topic of the learn pages, as two cards.
void clinics_and_studies(const Content& content, const Model& model, Writer& page, const std::string& topic);

// The lines of the country the person is in, emergencies first; none when it is not known or not in the table.
std::vector<HelpLine> help_lines(const Content& content);
std::string help_line_item(const Content& content, const HelpLine& line);  // "112: emergencies: ambulance, police and fire"

Node banner(const Content& content, const Model& model);
Node footer(const Content& content);
// Whether clearing clears all the surroundings hold too: for staff, and on a shared tablet.
bool wipes_at_end(const Content& content, const Model& model);
Node start_over_dialog(const Content& content, bool wipes);      // asks before answers are cleared
Node offered_dialog(const Content& content, bool of_draft);      // asks whether other answers take the place of those there are
Node idle_dialog(const Content& content, int seconds_left);      // a kiosk asks whether somebody is there
Node presenter_bar(const Content& content, const Model& model);  // the frame while staff present
Node toast(const Content& content, const Model& model);          // the short message there is

// What is kept of the answers, in a sentence that is true of this page; it stands wherever privacy is spoken of.
std::string_view privacy_key(const Content& content, const Model& model);
std::optional<Node> draft_choice(const Content& content, const Model& model);     // whether answers are kept on this device
std::optional<Node> draft_on_return(const Content& content, const Model& model);  // go on with them, or delete them

// ---- Parts of the result, one function each -----------------------------------------------------------------------

Node part_tabs(const Content& content, const std::string& here);  // links to all parts of the sheet, this one marked
std::vector<Node> result_part(const Content& content, const Model& model, const Assessment& found);  // that of model.place
std::vector<Node> result_overview(const Content& content, const Model& model, const Assessment& found);
std::vector<Node> result_course(const Content& content, const Model& model, const Assessment& found);
std::vector<Node> result_studies(const Content& content, const Model& model, const Assessment& found);
std::vector<Node> result_visit(const Content& content, const Model& model, const Assessment& found);
std::vector<Node> result_healing(const Content& content, const Model& model, const Assessment& found);
std::vector<Node> result_aftercare(const Content& content, const Model& model, const Assessment& found);
std::vector<Node> aftercare_on_paper(const Content& content, const Model& model, const Assessment& found);  // without its sources
std::vector<Node> result_over_time(const Content& content, const Model& model, const Assessment& found);
std::vector<Node> result_compare(const Content& content, const Model& model, const Assessment& found);
std::vector<Node> result_take(const Content& content, const Model& model, const Assessment& found);
std::vector<Node> result_sheet(const Content& content, const Model& model, const Assessment& found);
// What would be sent: the answers row by row, the key of the sentence before them, the file that says the same, and the way back.
struct Sent {
    bool of_form = false;
    std::string_view says;
    std::vector<std::vector<std::string>> answers;
    std::string file;
    std::string_view back, back_words;
};
std::vector<Node> send_page(const Content& content, const Model& model, const Sent& goes);
std::vector<Node> result_send(const Content& content, const Model& model);
std::vector<Node> result_questions(const Content& content, const Model& model, const Assessment& found);
std::vector<Node> questions_page(const Content& content, const Model& model);  // the same for anyone, to read
std::vector<std::string> finding_questions(const Content& content, const Assessment& found);
std::vector<std::string> questions_asked(const Content& content, const Model& model);  // the person's own list, in its order
std::vector<std::string> questions_to_choose(const Content& content);                  // all there are

std::vector<Node> result_check(const Content& content, const Model& model);

// ---- The same, one idea each, as staff show them: without what leads on, and without what is folded -----------------

std::vector<Node> seen_slide(const Content& content, const Model& model, const Assessment& found);
std::vector<Node> care_slide(const Content& content, const Model& model, const Assessment& found, Care kind);
std::vector<Node> plan_slide(const Content& content, const Model& model, const Assessment& found);
std::vector<Node> course_slide(const Content& content, const Model& model, const Assessment& found);
std::vector<Node> findings_slide(const Content& content, const Model& model, const Assessment& found);
std::vector<Node> over_time_slide(const Content& content, const Model& model, const Assessment& found);
std::vector<Node> studies_slide(const Content& content, const Model& model, const Assessment& found);
std::vector<Node> compare_slide(const Content& content, const Model& model, const Assessment& found, bool effort);
std::vector<Node> help_slide(const Content& content, const Assessment& found);
std::vector<Node> questions_slide(const Content& content, const Model& model, const Assessment& found);
std::vector<Node> check_slide(const Content& content, const Model& model, const CheckQuestion& question);
std::vector<Node> code_slide(const Content& content, const Model& model);

// ---- The check of understanding -----------------------------------------------------------------------------------

inline constexpr std::string_view check_prefix = "check:";                             // of the link_id of its questions
std::vector<std::string> missed_in_check(const Content& content, const Model& model);  // ids of questions

// What is printed, and the text file: the sheet without its buttons.
std::vector<Node> sheet_words(const Content& content, const Model& model, const Assessment& found);

// ---- Words several pages share ------------------------------------------------------------------------------------

std::vector<std::string> keys_from(const Content& content, const std::string& key);  // "key", "key.2" …: sentences that follow one another
std::string page_title(const Content& content, const QuestionPage& page);            // of several questions
std::string question_words(const Content& content, const Item& item);
std::string short_name(const Content& content, const Item& item);  // in a word or two; in full where it has no such name
std::string option_words(const Content& content, const Item& item, const Option& option);
std::string_view name_of_action(FindingAction action);                    // part of the text keys of findings
std::string_view basis_key(Basis basis);                                  // part of course.basis.<basis>
std::string clinic_name(const Content& content);                          // or "the clinic"
std::string answers_address(const Content& content, const Model& model);  // empty without an address or answers, or when too long
bool fits_a_code(std::string_view link);

// ---- Builders -----------------------------------------------------------------------------------------------------

Node heading(int level, std::string text);
// The answers to a question in the words the person chose them by; what says that there are none.
std::string answer_text(const Content& content, const Item& item, const Answers& answers);
std::vector<std::string> answers_in_words(const Content& content, const Item& item, const Answers& answers);  // the same one by one
std::string phototype_text(const Content& content, const Assessment& found);  // "III to IV"; what says that it is not known
// A fault for whoever looks after the site: where it is, what it is and what to do.
Node problem_item(const Content& content, const Problem& problem);
// The question of an item; nothing for kinds this program does not ask. `level` as in Choice.
std::optional<Node> question_field(const Content& content, const Model& model, const Item& item, int level, std::string error);
Node button(const Content& content, std::string_view key, ButtonLook look, Action action, std::string id);  // its words are at the key
Node link_to(std::string label, std::string path, LinkLook look, std::string detail = {});
Node table(std::string id, std::string caption, const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows);
// A table behind a small button, for who wants the figures of the chart called `caption` one by one.
void fold_table(const Content& content, Writer& page, const std::string& id, const std::string& caption,
                const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows);
Node error_summary(const Content& content, const std::vector<std::pair<std::string, std::string>>& fields);

// Appends all of `more` to `nodes`.
void append(std::vector<Node>& nodes, std::vector<Node> more);

// A picture with its words, figure.<id>.title and .description. `place` tells two of the same picture on one page apart.
Node picture(const Content& content, const std::string& id, std::string_view place = {});
// A card with a picture beside the words it belongs to.
Node in_card(Node picture, Node words);

// The line of what is folded: its title, what that comes to, and the level of its heading.
struct Fold {
    std::string title, detail = {};
    int level = 2;
};

// Writes the sentences of one card or section and, at its end, one "Sources" disclosure for all of them.
class Writer {
public:
    // `id` names the disclosure on the page.
    Writer(const Content& content, const Model& model, std::string id);

    void say(std::string_view key, Parameters parameters = {}, Style style = Style::body);
    // The sentence at `key`, and at `key`.2, `key`.3 … as far as they exist. Nothing when `key` does not exist.
    void say_all(const std::string& key, Style style = Style::body);
    std::string words(std::string_view key, Parameters parameters = {});  // the text alone; its sources count
    std::string number(std::string_view name);                            // a number of the content with its unit; its sources count
    void heading(int level, std::string_view key, Parameters parameters = {});
    // A line that heads what it opens: closed until "fold:NAME" is in `model.open`.
    void fold(const std::string& name, Fold line, std::vector<Node> inside);
    // The same as a plain line of words, for what is told in passing.
    void fold_quiet(const std::string& name, std::string label, std::vector<Node> inside);
    // The same as a small button, for what belongs to the picture or card before it. `about`: said after the label.
    void fold_small(const std::string& name, std::string_view key, std::string about, std::vector<Node> inside);
    void add(Node node);
    void cite(const std::vector<std::string>& sources, bool judgement = false);
    bool empty() const { return nodes.empty(); }

    // The nodes with the disclosure at the end, if there are sources.
    std::vector<Node> finish();
    std::vector<Node> without_sources() { return std::move(nodes); }
    Node finish_as(Look look, Landmark landmark = Landmark::none, std::string label = {});

private:
    const Content& content;
    const Model& model;
    std::string id;
    std::vector<Node> nodes;
    std::vector<std::string> sources;
    bool judgement = false;
    std::string belongs_to;  // what its sources are of, where that is no heading

    void opens(Button button, const std::string& name, std::vector<Node> inside);
};

Node plan_chart(const Content& content, const Plan& plan);  // the sessions, the judging and the event on one line; there are sessions
std::string path_to_date(const Content& content);           // of the question for the first day
std::string path_to_wait(const Content& content, std::string_view finding);  // of the question when that was

// The course at a glance: figures under their condition; small, and as somebody else's, when there is no plan now.
std::vector<Node> course_glance(const Content& content, const Model& model, const Assessment& found);

// Sessions, weeks apart and time in all as big figures with captions.
void course_figures(const Content& content, Writer& page, const Course& course);

// One record of the evidence as a list item: what it says, where it is from, how sure, with its link.
Node source_item(const Content& content, const std::string& id);

// "24 hours", "3 days", "2 weeks", "6 months": a time after the session in the unit people use for it.
std::string duration(const Words& words, double hours);
// "up to 3 days", "from day 2 to day 5", "from the start": a span of hours after the session.
std::string hours_span(const Content& content, double from_h, std::optional<double> until_h);

}  // namespace needlewise
