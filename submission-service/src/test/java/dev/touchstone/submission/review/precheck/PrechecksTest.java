package dev.touchstone.submission.review.precheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.node.MissingNode;

import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.Failed;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.submission.Cards;
import dev.touchstone.submission.SandboxRelay.Probing;
import dev.touchstone.submission.SandboxRelay.Reason;
import dev.touchstone.submission.card.signature.SignatureCheck;
import dev.touchstone.submission.review.precheck.Challenge.Outcome;
import dev.touchstone.submission.review.precheck.Evidence.Documents;
import dev.touchstone.submission.review.precheck.Evidence.Records;
import dev.touchstone.submission.review.precheck.Evidence.Run;
import dev.touchstone.submission.review.precheck.Evidence.Visit;

class PrechecksTest {

    private static final Probing ANSWERS = new Probing(true, 405, null, 12L);
    private static final Probing SILENT = new Probing(false, null, new Reason("connect_failed", "connection refused", false),
            3L);
    private static final String MANIFEST = "{\"paths\": {\"/trips\": {\"post\": {\"operationId\": \"planTrip\"}}}}";
    private static final String OTHER_MANIFEST = "{\"paths\": {\"/hotels\": {\"get\": {\"summary\": \"Finds hotels\"}}}}";
    private static final SignatureCheck SIGNED = new SignatureCheck.Valid(List.of("sha256:1"));
    private static final Documents WHOLE = documents(Cards.A2A_1_0, MANIFEST);
    private static final Visit QUIET = new Visit(ANSWERS, new Outcome.NotDeclared(), new CardDrift.NoAddress(), List.of());
    private static final Records KNOWN = new Records(SIGNED, Optional.empty(), Optional.empty());

    @Test
    void aSignedAndWholeCardWithAManifestThatMentionsItsSkillsHasFullMarks() {
        // When
        PrecheckReport report = Prechecks.report(new Evidence(WHOLE, QUIET, KNOWN));
        // Then
        assertEquals(List.of(), report.warnings());
        assertEquals(1.0, report.score());
    }

    @Test
    void everyCheckIsListedByNameWhateverItCameTo() {
        // When
        PrecheckReport report = Prechecks.report(new Evidence(WHOLE, QUIET, KNOWN));
        // Then
        assertEquals(List.of("card.schema", "card.description", "card.version", "card.skills", "card.members", "card.access",
                "manifest.present", "manifest.operations", "manifest.ability", "card.signature", "snapshot.published",
                "wandb.run", "endpoint.reachable", "endpoint.challenge", "card.drift"),
                report.checks().stream().map(Check::name).toList());
    }

    @Test
    void aSkillThatNoOperationMentionsIsAWarning() {
        // When
        PrecheckReport report = Prechecks.report(new Evidence(documents(Cards.A2A_1_0, OTHER_MANIFEST), QUIET, KNOWN));
        // Then
        assertEquals(List.of("No operation of the endpoint manifest mentions 'Plan a trip'."), report.warnings());
        assertEquals(List.of(), report.violations());
        assertTrue(report.score() < 1);
    }

    @Test
    void anEndpointThatCannotBeReachedIsAViolation() {
        // When
        PrecheckReport report = Prechecks.report(new Evidence(WHOLE,
                new Visit(SILENT, new Outcome.NotDeclared(), new CardDrift.NoAddress(), List.of()), KNOWN));
        // Then
        assertEquals(List.of("The endpoint is not reachable: connection refused"), report.violations());
    }

    static Stream<SignatureCheck> signaturesThatDoNotHold() {
        return Stream.of(new SignatureCheck.Tampered("/signatures/0"), new SignatureCheck.ForeignKey("/signatures/0"),
                new SignatureCheck.UnregisteredKey("/signatures/0"), new SignatureCheck.RevokedKey("/signatures/0"),
                new SignatureCheck.Malformed("/signatures/0", "is none"));
    }

    @ParameterizedTest
    @MethodSource("signaturesThatDoNotHold")
    void aSignatureThatDoesNotHoldIsAViolation(SignatureCheck check) {
        // When
        PrecheckReport report = Prechecks.report(new Evidence(WHOLE, QUIET, new Records(check, Optional.empty(),
                Optional.empty())));
        // Then
        assertEquals(1, report.violations().size());
        assertTrue(report.violations().getFirst().startsWith("The signature at /signatures/0 "));
        assertInstanceOf(Failed.class, CarryOutPrecheck.body(report, QUIET));
    }

    @Test
    void noSignatureIsAWarning() {
        // When
        PrecheckReport report = Prechecks.report(new Evidence(WHOLE, QUIET,
                new Records(new SignatureCheck.NotSigned(), Optional.empty(), Optional.empty())));
        // Then
        assertEquals(List.of("The card is not signed."), report.warnings());
        assertEquals(1.0, report.score());
    }

    @ParameterizedTest
    @CsvSource({ "offline, 1", "catching-up, 1", "online, 0" })
    void whatBecomesOfTheRunIsToldButNeverStandsAgainstTheAgent(String state, int warnings) {
        // When
        PrecheckReport report = Prechecks.report(new Evidence(WHOLE, QUIET,
                new Records(SIGNED, Optional.empty(), Optional.of(new Run(state, "no API key")))));
        // Then
        assertEquals(warnings, report.warnings().size());
        assertEquals(List.of(), report.violations());
        assertEquals(1.0, report.score());
    }

    @Test
    void thatNothingChangedSinceAPublishedRevisionIsTold() {
        // When
        PrecheckReport report = Prechecks.report(new Evidence(WHOLE, QUIET,
                new Records(SIGNED, Optional.of("r1"), Optional.empty())));
        // Then
        assertEquals(List.of("Nothing has changed since revision r1, which is published."), report.warnings());
        assertEquals(1.0, report.score());
    }

    @Test
    void aChallengeThatIsDeclaredAndNotAnsweredIsAViolation() {
        // Given
        Visit unanswered = new Visit(ANSWERS, new Outcome.Unanswered("the status there is 404"), new CardDrift.NoAddress(),
                List.of());
        Visit answered = new Visit(ANSWERS, new Outcome.Answered(List.of()), new CardDrift.NoAddress(), List.of());
        // Then
        assertEquals(List.of("The card declares a challenge that is not answered: the status there is 404"),
                Prechecks.report(new Evidence(WHOLE, unanswered, KNOWN)).violations());
        assertEquals(List.of(), Prechecks.report(new Evidence(WHOLE, answered, KNOWN)).violations());
    }

    @Test
    void aCardThatChangedAtItsAddressIsWarnedOfAndStandsInTheSummary() {
        // Given
        CardDrift drift = CardDrift.between(WHOLE.card(), Cards.json(Cards.A2A_1_0.replace("1.2.0", "1.3.0")));
        Visit visit = new Visit(ANSWERS, new Outcome.NotDeclared(), drift, List.of());
        // When
        Completed told = assertInstanceOf(Completed.class,
                CarryOutPrecheck.body(Prechecks.report(new Evidence(WHOLE, visit, KNOWN)), visit));
        // Then
        assertEquals(List.of("The card at its address is not the one under review any more: version"), told.warnings());
        assertEquals("version", told.summary().at("/cardDrift/changed/0").asText());
        assertFalse(told.summary().toString().contains("1.3.0"));
    }

    @Test
    void whoNamesCredentialsIsNotWarnedThatTheCardDemandsThem() {
        // Given
        String card = Cards.A2A_1_0.replace("\"version\"", "\"securityRequirements\": [{\"schemes\": {}}], \"version\"");
        Documents documents = new Documents(Cards.json(card), Cards.json(MANIFEST), true);
        // When
        PrecheckReport report = Prechecks.report(new Evidence(documents, QUIET, KNOWN));
        // Then
        assertEquals(List.of(), report.warnings());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"capabilities\": {\"streaming\": false}, | | card.members",
            "\"version\": \"1.2.0\", | \"version\": \"1.2.0\", \"securityRequirements\": [{\"schemes\": {}}], | card.access",
    })
    void whatWillHinderTheReviewIsWarnedOf(String before, String after, String check) {
        // Given
        Documents documents = documents(Cards.A2A_1_0.replace(before, after == null ? "" : after), MANIFEST);
        // When
        PrecheckReport report = Prechecks.report(new Evidence(documents, QUIET, KNOWN));
        // Then
        assertEquals(List.of(check), report.checks().stream().filter(each -> each.result() == Check.Result.WARNING)
                .map(Check::name).toList());
    }

    @Test
    void aTranslationThatSaysLessThanAnotherIsWarnedOf() {
        // When
        PrecheckReport report = Prechecks.report(new Evidence(
                documents(Cards.STORE.replace("\"useCases\": [\"Family trips\"]", "\"useCases\": []"), MANIFEST), QUIET,
                KNOWN));
        // Then
        assertTrue(report.warnings().contains("The translation 'en' lacks useCases."), () -> report.warnings().toString());
        assertTrue(report.checks().contains(Check.passed("card.translation", "The translation 'ja' is whole.")));
    }

    @Test
    void theLargestCardMakesAnEventThatIsStillForPeople() {
        // Given as many skills and capabilities as a card may have, each as long as may be
        String skills = "{\"id\": \"%s\"}".formatted("技".repeat(200));
        String card = """
                {"serviceUrl": "http://agent.example/", "skills": [%s],
                 "translations": {"en": {"displayName": "A", "capabilities": [%s]}}}""".formatted(
                String.join(",", Collections.nCopies(100, skills)),
                String.join(",", Collections.nCopies(100, "\"" + "能".repeat(500) + "\"")));
        // When
        PrecheckReport report = Prechecks.report(new Evidence(documents(card, OTHER_MANIFEST), QUIET, KNOWN));
        Completed told = assertInstanceOf(Completed.class, CarryOutPrecheck.body(report, QUIET));
        // Then all are counted, and the first are told
        assertEquals(Double.valueOf(203), told.metrics().get("warnings"));
        assertEquals(51, told.warnings().size());
        assertEquals("and 153 more", told.warnings().getLast());
        int bytes = EventJson.mapper().valueToTree(told).toString().getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < 512 * 1024, () -> bytes + " bytes");
    }

    @Test
    void aCardThatSaysLittleIsWarnedOf() {
        // When
        PrecheckReport report = Prechecks.report(new Evidence(
                new Documents(Cards.json("{\"name\": \"A\", \"url\": \"http://agent.example/\"}"), MissingNode.getInstance(),
                        false),
                QUIET, KNOWN));
        // Then
        assertEquals(5, report.warnings().size());
        assertEquals(Double.valueOf(5), report.metrics().get("warnings"));
    }

    private static Documents documents(String card, String manifest) {
        return new Documents(Cards.json(card), Cards.json(manifest), false);
    }
}
