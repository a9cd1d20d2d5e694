package dev.touchstone.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.Evidence;
import dev.touchstone.events.jobs.Session;
import dev.touchstone.judge.jury.panel.Jury;
import dev.touchstone.judge.questions.AgentCard;
import dev.touchstone.judge.questions.CardQuestions;
import dev.touchstone.judge.questions.CardReader;
import dev.touchstone.judge.questions.CardReading;
import dev.touchstone.judge.questions.Document;
import dev.touchstone.judge.questions.Documents;
import dev.touchstone.judge.questions.Draft;
import dev.touchstone.judge.questions.KeeperUnavailable;
import dev.touchstone.judge.questions.Mix;
import dev.touchstone.judge.questions.Prepared;
import dev.touchstone.judge.questions.QuestionConfig;
import dev.touchstone.judge.questions.found.Findings;
import dev.touchstone.judge.questions.found.Found;
import dev.touchstone.judge.questions.proposed.Proposed;
import dev.touchstone.judge.questions.proposed.Proposer;
import dev.touchstone.judge.report.ReportJson;

/** Prepares what the agent is asked. Questions are stored before the first is asked, so that a restart asks the same. */
@ApplicationScoped
class Asking {

    private static final String ITEM = "questions";
    private static final String WAITED_ITEM = "findings/waited";

    private final Documents documents;
    private final Findings findings;
    private final Proposer proposer;
    private final QuestionConfig config;

    Asking(Documents documents, Findings findings, Proposer proposer, QuestionConfig config) {
        this.documents = documents;
        this.findings = findings;
        this.proposer = proposer;
        this.config = config;
    }

    /** What there is to ask. Without questions nothing can be judged, which is never a pass. */
    sealed interface Result {
    }

    record Questions(Prepared prepared) implements Result {
    }

    record NoQuestions(String reason) implements Result {
    }

    /**
     * @param evidence what earlier stages made
     * @param jury that may be asked for questions
     */
    Result questions(ArtifactRef card, Evidence evidence, Jury jury, Session session) throws InterruptedException {
        Optional<Prepared> earlier = session.stored(ITEM).map(ReportJson::readPrepared);
        if (earlier.isPresent()) {
            return new Questions(earlier.get());
        }
        return switch (read(card)) {
            case CardReading.Unreadable(String reason) -> new NoQuestions(reason);
            case CardReading.Understood(AgentCard readable) -> about(readable, evidence, jury, session);
        };
    }

    private CardReading read(ArtifactRef card) throws InterruptedException {
        return switch (documents.fetch(card, new BoundedHttp.Bounds(config.cardBytes(), config.cardTimeout()))) {
            case Document.Content content -> CardReader.read(content.bytes());
            case Document.Refused(String reason) -> new CardReading.Unreadable("The card " + reason + ".");
        };
    }

    private Result about(AgentCard card, Evidence evidence, Jury jury, Session session)
            throws InterruptedException {
        List<Draft> drafts = new ArrayList<>(CardQuestions.of(card));
        if (drafts.isEmpty()) {
            return new NoQuestions("The card names no skill and no use case that the agent could be asked about.");
        }
        Found found = found(card, evidence, session);
        drafts.addAll(found.drafts());
        Proposed proposed = proposer.propose(card, jury);
        drafts.addAll(proposed.drafts());
        Prepared prepared = new Prepared(Mix.of(drafts, config.limit()), found.unseen(), proposed.remarks());
        session.store(ITEM, ReportJson.write(prepared));
        return new Questions(prepared);
    }

    /** A keeper that is away is waited for once; then a person decides without the findings. */
    private Found found(AgentCard card, Evidence evidence, Session session) throws InterruptedException {
        try {
            return findings.read(evidence, card);
        } catch (KeeperUnavailable away) {
            if (session.stored(WAITED_ITEM).isPresent()) {
                return Findings.unread(away);
            }
            session.store(WAITED_ITEM, "");
            throw away;
        }
    }
}
