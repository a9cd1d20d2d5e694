package dev.touchstone.judge.jury.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.touchstone.judge.jury.Criterion;
import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Finding;
import dev.touchstone.judge.jury.Juror;
import dev.touchstone.judge.jury.Mechanism;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Scores;
import dev.touchstone.judge.jury.reference.Similarities.Measured;
import dev.touchstone.judge.jury.reference.Similarities.Texts;
import dev.touchstone.judge.questions.Question;
import dev.touchstone.judge.questions.Reference;

/**
 * The juror with an expected answer beside it. An expected answer is one right answer among many, so this juror rejects only
 * what contradicts it and never what is merely worded otherwise. It judges Task Completion and nothing else.
 */
@ApplicationScoped
public class ReferenceJuror implements Juror {

    public static final String NAME = "reference";

    /** As much of a text as is compared, in UTF-16 units: what the comparison takes. */
    private static final int LONGEST = 100_000;

    private final Similarities similarities;
    private final Weighing weighing;

    @Inject
    ReferenceJuror(Similarities similarities, ReferenceConfig config) {
        this(similarities, config.weighing());
    }

    ReferenceJuror(Similarities similarities, Weighing weighing) {
        this.similarities = similarities;
        this.weighing = weighing;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Mechanism mechanism() {
        return Mechanism.REFERENCE;
    }

    @Override
    public Opinion judge(Exhibit exhibit) throws InterruptedException {
        Reference reference = exhibit.question().reference();
        if (reference == null || reference.answer().isBlank()) {
            return new Opinion.Recused(NAME, Mechanism.REFERENCE, "There is no expected answer to compare with.");
        }
        Question question = exhibit.question();
        // What only says the question again would lie near an expected answer that says it too.
        String own = exhibit.answer().text().replace(question.text(), " ");
        return own.isBlank() ? blank()
                : switch (similarities.compare(new Texts(text(question.text()), text(reference.answer()), text(own),
                        question.language()))) {
                    case Similarities.Unavailable(String reason) -> abstained(reason);
                    case Measured measured -> weighed(measured, exhibit.answer().text(), reference);
                };
    }

    private Opinion weighed(Measured measured, String answer, Reference reference) {
        List<Finding> findings = new ReferenceChecks(answer, weighing).of(measured);
        return switch (weighing.of(measured)) {
            case Weighing.Undecided(String reason) -> abstained(reason + " " + measuredBy(measured));
            case Weighing.Worth(double points, String reason) ->
                scored(points, findings, List.of(reason, "Compared with an expected answer from " + reference.origin() + ".",
                        measuredBy(measured)));
        };
    }

    private static String measuredBy(Measured measured) {
        return measured.model() == null ? "Measured by words alone: no model that knows the language measured by meaning."
                : "Measured by meaning with " + measured.model().name() + " (" + measured.model().digest() + ") and by words.";
    }

    private static Opinion blank() {
        Finding nothing = new Finding("answered", Criterion.TASK_COMPLETION, 1, false,
                "The answer is blank or only the question again.", null);
        return scored(0, List.of(nothing), List.of(nothing.reason()));
    }

    private static Opinion scored(double points, List<Finding> findings, List<String> reasons) {
        List<String> all = new ArrayList<>(reasons);
        all.add("A comparison measures Task Completion alone; the score is normalised over it.");
        return new Opinion.Scored(NAME, Mechanism.REFERENCE, new Scores(points, null, null, null), false, findings, all,
                List.of());
    }

    private static Opinion abstained(String reason) {
        return new Opinion.Abstained(NAME, Mechanism.REFERENCE, reason, List.of());
    }

    /** Cut to what can be compared, and Unicode: a suite or a card may hold half a surrogate pair. */
    private static String text(String text) {
        String cut = text.substring(0, Math.min(text.length(), LONGEST));
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
