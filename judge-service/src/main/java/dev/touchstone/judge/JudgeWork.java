package dev.touchstone.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Actor;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.jobs.Outcome;
import dev.touchstone.events.jobs.Session;
import dev.touchstone.events.jobs.Work;
import dev.touchstone.judge.jury.panel.Bench;
import dev.touchstone.judge.jury.panel.Jury;
import dev.touchstone.judge.llm.ModelChoice;
import dev.touchstone.judge.questions.Prepared;
import dev.touchstone.judge.questions.Question;
import dev.touchstone.judge.report.Examined;
import dev.touchstone.judge.report.Notes;
import dev.touchstone.judge.report.ReportJson;

/** One attempt of the judge stage: questions, answers, opinions, verdict. What is stored is not done again. */
@ApplicationScoped
class JudgeWork implements Work {

    private static final String OVERRIDE_ITEM = "llm_override";

    private final Asking asking;
    private final Bench bench;
    private final Examination examination;
    private final Closing closing;

    JudgeWork(Asking asking, Bench bench, Examination examination, Closing closing) {
        this.asking = asking;
        this.bench = bench;
        this.examination = examination;
        this.closing = closing;
    }

    @Override
    public Stage stage() {
        return Stage.JUDGE;
    }

    @Override
    public Outcome run(StageEvent request, Session session) throws InterruptedException {
        if (!(request.body() instanceof Requested asked)) {
            throw new IllegalArgumentException("Only a request is worked on, not a " + request.event());
        }
        Jury jury = bench.seat(asked.llmJudge());
        tellOverride(request, asked.llmJudge(), jury.choice(), session);
        return switch (asking.questions(asked.agent().card(), request.evidence(), jury, session)) {
            case Asking.NoQuestions(String reason) ->
                Outcome.of(EventDraft.after(request, Failed.unmeasured("no_questions", List.of(reason), false)));
            case Asking.Questions(Prepared prepared) -> closing.close(request, asked.agent(),
                    closing.report(examine(asked, prepared.questions(), jury, session), jury, Notes.of(prepared)));
        };
    }

    private List<Examined> examine(Requested asked, List<Question> questions, Jury jury, Session session)
            throws InterruptedException {
        List<Examined> examined = new ArrayList<>();
        for (Question question : questions) {
            examined.add(examined(asked, question, jury, session));
            session.progress(examined.size(), questions.size());
        }
        return examined;
    }

    private Examined examined(Requested asked, Question question, Jury jury, Session session) throws InterruptedException {
        String item = "question/" + question.id();
        Optional<Examined> earlier = session.stored(item).map(ReportJson::readExamined);
        if (earlier.isPresent()) {
            jury.recall(earlier.get().opinions());
            return earlier.get();
        }
        Examined examined = examination.examine(asked.agent(), question, jury);
        session.store(item, ReportJson.write(examined));
        return examined;
    }

    /** Told once for an attempt, however often it is taken up; a submitter's own settings override nothing. */
    private static void tellOverride(StageEvent request, @Nullable LlmSettings settings, ModelChoice choice, Session session) {
        Actor actor = request.origin().actor();
        if (settings == null || actor.kind() != Actor.Kind.PERSON || session.stored(OVERRIDE_ITEM).isPresent()) {
            return;
        }
        session.store(OVERRIDE_ITEM, "", OverrideTold.of(request, settings, choice).toArray(EventDraft[]::new));
    }
}
