package dev.touchstone.judge.questions.found;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.judge.jury.Flag;
import dev.touchstone.judge.jury.Screened;
import dev.touchstone.judge.jury.ScreenedTools;
import dev.touchstone.judge.jury.Secrets;
import dev.touchstone.judge.questions.Draft;
import dev.touchstone.judge.questions.Expectation;
import dev.touchstone.judge.questions.Language;
import dev.touchstone.judge.questions.Perspective;
import dev.touchstone.judge.questions.PlainText;
import dev.touchstone.judge.questions.Provenance;
import dev.touchstone.judge.questions.Provenance.Source;
import dev.touchstone.judge.questions.Recorded;
import dev.touchstone.judge.questions.Reference;

/**
 * Questions that the functional stage has put to the agent already: those that went wrong or are in doubt, and some of those
 * that passed and have an expected answer. The jury judges what that stage heard; the agent is asked again only where it
 * did not answer.
 */
final class FunctionalFindings {

    static final String FILE = "functional_report.jsonl";
    private static final String TEMPLATE = "scenario";
    private static final String CUT = "… [cut]";
    /** So many that are open for each one that passed. */
    private static final int OPEN_FOR_A_PASS = 2;

    private final Map<String, Conversation> conversations;
    private final String digest;

    private FunctionalFindings(Map<String, Conversation> conversations, String digest) {
        this.conversations = conversations;
        this.digest = digest;
    }

    /**
     * @param digest of the report
     * @throws Unreadable if the report tells of what the transcript does not hold
     */
    static List<Draft> of(List<ScenarioVerdict> report, Map<String, Conversation> conversations, String digest)
            throws Unreadable {
        FunctionalFindings findings = new FunctionalFindings(conversations, digest);
        if (report.stream().filter(verdict -> verdict.isOpen() || verdict.isPassed()).anyMatch(findings::isUnknown)) {
            throw new Unreadable("tells of a conversation that " + Conversation.FILE + " does not hold");
        }
        Stream<ScenarioVerdict> open = report.stream().filter(ScenarioVerdict::isOpen)
                .sorted(Comparator.comparing(findings::leaks).thenComparing(ScenarioVerdict::isFailed).reversed());
        // As good as chance, and the same for the same report: nobody has picked them.
        Stream<ScenarioVerdict> passed = report.stream().filter(ScenarioVerdict::isPassed)
                .sorted(Comparator.comparing(findings::lot));
        return mixed(open.map(findings::draft).toList(),
                passed.map(findings::draft).filter(draft -> draft.reference() != null).toList());
    }

    private static List<Draft> mixed(List<Draft> open, List<Draft> passed) {
        List<Draft> mixed = new ArrayList<>();
        Iterator<Draft> passes = passed.iterator();
        for (int i = 0; i < open.size(); i++) {
            mixed.add(open.get(i));
            if (i % OPEN_FOR_A_PASS == OPEN_FOR_A_PASS - 1 && passes.hasNext()) {
                mixed.add(passes.next());
            }
        }
        passes.forEachRemaining(mixed::add);
        return mixed;
    }

    private String lot(ScenarioVerdict verdict) {
        return Artifacts.digest((digest + "\n" + verdict.scenario()).getBytes(StandardCharsets.UTF_8));
    }

    private boolean isUnknown(ScenarioVerdict verdict) {
        Conversation said = conversations.get(verdict.scenario());
        return said == null || verdict.decisive() >= Math.min(said.turns().size(), said.heard().size());
    }

    private Draft draft(ScenarioVerdict verdict) {
        Conversation said = Objects.requireNonNull(conversations.get(verdict.scenario()));
        int turn = verdict.decisive();
        // What the user said before belongs to the question: alone, "shorten that" cannot be judged.
        String question = said.turns().subList(0, turn + 1).stream().map(Conversation.Turn::question)
                .collect(Collectors.joining("\n\n"));
        String text = PlainText.lines(question, PlainText.PASSAGE);
        String expected = PlainText.lines(said.turns().get(turn).expected(), PlainText.PASSAGE);
        String id = PlainText.line(verdict.scenario(), PlainText.NAME);
        return new Draft(Perspective.FUNCTIONAL, Language.ofText(text), text, Expectation.DOES_THE_TASK,
                PlainText.cut(PlainText.line(said.useCase(), PlainText.SENTENCES) + " " + expected, PlainText.TOPIC),
                new Provenance(Source.FUNCTIONAL, TEMPLATE, id, digest), reference(said.turns().get(turn), expected, id),
                recorded(said, turn));
    }

    private static @Nullable Reference reference(Conversation.Turn asked, String expected, String id) {
        return asked.aim().equals("answer") && !expected.isEmpty()
                ? new Reference(expected, "the expectation of scenario " + id)
                : null;
    }

    private static @Nullable Recorded recorded(Conversation said, int turn) {
        Conversation.Heard heard = said.heard().get(turn);
        if (heard == null) {
            return null;
        }
        Screened masked = Secrets.mask(heard.text() + (heard.cut() ? CUT : ""));
        ScreenedTools tools = ScreenedTools.of(heard.toolUses());
        Stream<String> earlier = secrets(said).map(code -> Flag.PATTERN + code);
        List<String> flags = Stream.of(earlier, masked.flags().stream().map(Flag::name), tools.flags().stream())
                .flatMap(Function.identity()).distinct().toList();
        return new Recorded(masked.text(), Conversation.FILE + ", line " + said.line() + ", turn " + (turn + 1), flags,
                tools.uses(), heard.tokens());
    }

    /** What gave something away comes first: there may be more that is open than there are places. */
    private boolean leaks(ScenarioVerdict verdict) {
        return secrets(Objects.requireNonNull(conversations.get(verdict.scenario()))).findAny().isPresent();
    }

    /** In any turn: a key that came out on the way is out. */
    private static Stream<String> secrets(Conversation said) {
        return said.heard().stream().filter(Objects::nonNull).flatMap(heard -> heard.secrets().stream())
                .filter(FunctionalFindings::isSecret);
    }

    /** Data of people is masked everywhere, but may be a public address and says nothing alone. */
    private static boolean isSecret(String code) {
        return code.matches("[a-z_]{1,40}") && !code.startsWith("pii_");
    }
}
