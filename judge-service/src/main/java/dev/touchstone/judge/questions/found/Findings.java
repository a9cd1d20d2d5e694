package dev.touchstone.judge.questions.found;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.Evidence;
import dev.touchstone.judge.BoundedHttp;
import dev.touchstone.judge.questions.AgentCard;
import dev.touchstone.judge.questions.Document;
import dev.touchstone.judge.questions.Documents;
import dev.touchstone.judge.questions.Draft;
import dev.touchstone.judge.questions.KeeperUnavailable;
import dev.touchstone.judge.questions.QuestionConfig;

/** Reads what security and functional found in this round, of the files that came with the request. */
@ApplicationScoped
public class Findings {

    private final Documents documents;
    private final QuestionConfig config;

    Findings(Documents documents, QuestionConfig config) {
        this.documents = documents;
        this.config = config;
    }

    /**
     * @throws KeeperUnavailable if their keeper does not answer now
     */
    public Found read(Evidence evidence, AgentCard card) throws InterruptedException {
        List<Draft> drafts = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        try {
            drafts.addAll(security(evidence, card));
        } catch (Unreadable why) {
            unseen.add("The findings of security could not be read: " + why.getMessage() + ".");
        }
        try {
            drafts.addAll(functional(evidence));
        } catch (Unreadable why) {
            unseen.add("The findings of functional could not be read: " + why.getMessage() + ".");
        }
        return new Found(drafts, unseen);
    }

    /** Where they were not even looked for. */
    public static Found unread(KeeperUnavailable away) {
        return new Found(List.of(), List.of("The findings of security and functional could not be read: " + away.getMessage()
                + "."));
    }

    private List<Draft> security(Evidence evidence, AgentCard card) throws Unreadable, InterruptedException {
        return read(evidence, SecurityFindings.FILE, (content, digest) -> SecurityFindings.of(content, digest, card));
    }

    private List<Draft> functional(Evidence evidence) throws Unreadable, InterruptedException {
        Map<String, Conversation> said = read(evidence, Conversation.FILE, (content, digest) -> Conversation.all(content));
        return read(evidence, FunctionalFindings.FILE,
                (content, digest) -> FunctionalFindings.of(ScenarioVerdict.all(content), said, digest));
    }

    private interface Reader<T> {

        T read(byte[] content, String digest) throws Unreadable;
    }

    private <T> T read(Evidence evidence, String name, Reader<T> reader) throws Unreadable, InterruptedException {
        ArtifactRef file = evidence.artifact(name).orElseThrow(() -> new Unreadable(name + " did not come with the request"));
        BoundedHttp.Bounds bounds = new BoundedHttp.Bounds(config.findingsBytes(), config.findingsTimeout());
        try {
            return switch (documents.fetch(file, bounds)) {
                case Document.Content content -> reader.read(content.bytes(), file.digest());
                case Document.Refused(String reason) -> throw new Unreadable(reason);
            };
        } catch (Unreadable why) {
            throw new Unreadable(name + " " + why.getMessage());
        }
    }
}
