package dev.touchstone.judge;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.jobs.Session;
import dev.touchstone.judge.questions.CardReading;
import dev.touchstone.judge.questions.CardStore;
import dev.touchstone.judge.questions.Question;
import dev.touchstone.judge.questions.QuestionConfig;
import dev.touchstone.judge.questions.Questions;
import dev.touchstone.judge.report.ReportJson;

/** Prepares what the agent is asked. Questions are stored before the first is asked, so that a restart asks the same. */
@ApplicationScoped
class Asking {

    private static final String ITEM = "questions";

    private final CardStore cards;
    private final QuestionConfig config;

    Asking(CardStore cards, QuestionConfig config) {
        this.cards = cards;
        this.config = config;
    }

    /** What there is to ask. Without questions nothing can be judged, which is never a pass. */
    sealed interface Result {
    }

    record Prepared(List<Question> questions) implements Result {
    }

    record NoQuestions(String reason) implements Result {
    }

    Result questions(ArtifactRef card, Session session) throws InterruptedException {
        Optional<List<Question>> earlier = session.stored(ITEM).map(ReportJson::readQuestions);
        return earlier.isPresent() ? new Prepared(earlier.get()) : fromCard(card, session);
    }

    private Result fromCard(ArtifactRef card, Session session) throws InterruptedException {
        return switch (cards.read(card)) {
            case CardReading.Unreadable(String reason) -> new NoQuestions(reason);
            case CardReading.Understood(var readable) -> prepared(Questions.of(readable, config.limit()), session);
        };
    }

    private static Result prepared(List<Question> questions, Session session) {
        if (questions.isEmpty()) {
            return new NoQuestions("The card names no skill and no use case that the agent could be asked about.");
        }
        session.store(ITEM, ReportJson.write(questions));
        return new Prepared(questions);
    }
}
