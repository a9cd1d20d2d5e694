package dev.touchstone.submission.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.submission.Api;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.ProblemType;
import dev.touchstone.submission.card.AgentCard;
import dev.touchstone.submission.intake.Precedents.Earlier;
import dev.touchstone.submission.intake.Precedents.Found;
import dev.touchstone.submission.intake.request.Reading;
import dev.touchstone.submission.intake.request.RequestReader;

class AgentRulesTest {

    private static final String OURS = "makers";
    private static final Proposal PROPOSAL = proposal();

    @Test
    void aNewAgentMayCome() {
        assertEquals(new AgentRules.Applied(List.of(), List.of()), apply(new Found(null, List.of(), List.of())));
    }

    @Test
    void ofAnothersAgentNothingElseIsTold() {
        // Given what would be told of an agent of our own
        Found past = new Found("rivals", List.of(earlier("r1", PROPOSAL.snapshot())), List.of(earlier("r1", "sha256:0")));
        // Then
        assertEquals(List.of(ProblemType.AGENT_TAKEN.uri()), types(apply(past)));
        assertEquals(List.of(), apply(past).warnings());
    }

    @Test
    void everythingThatStandsAgainstItIsToldOnce() {
        // Given
        Earlier same = earlier("r0", PROPOSAL.snapshot());
        Earlier other = earlier("r1", "sha256:0");
        // When
        AgentRules.Applied rules = apply(new Found(OURS, List.of(same, same), List.of(other, other)));
        // Then
        assertEquals(List.of(ProblemType.DUPLICATE_IN_REVIEW.uri(), ProblemType.REVISION_PUBLISHED.uri()), types(rules));
    }

    @Test
    void aSnapshotThatWasNotKeptIsNotCalledAnother() {
        assertEquals(new AgentRules.Applied(List.of(), List.of()),
                apply(new Found(OURS, List.of(earlier("r1", null)), List.of(earlier("r1", null)))));
    }

    private static AgentRules.Applied apply(Found past) {
        return AgentRules.apply(OURS, PROPOSAL, past, id -> URI.create("https://here.example/" + id));
    }

    private static List<URI> types(AgentRules.Applied rules) {
        return rules.problems().stream().map(each -> each.getType()).toList();
    }

    private static Earlier earlier(String revision, @Nullable String snapshot) {
        return new Earlier(UUID.randomUUID(), revision, snapshot);
    }

    private static Proposal proposal() {
        JsonNode request = Cards.json(Api.request("a", "https://agent.example/a2a"));
        Reading.Valid read = assertInstanceOf(Reading.Valid.class, RequestReader.read(request, OURS));
        Optional<AgentCard> card = read.card();
        return Proposal.of(read.request(), read.request().cardDocument(), card.orElseThrow(), List.of());
    }
}
