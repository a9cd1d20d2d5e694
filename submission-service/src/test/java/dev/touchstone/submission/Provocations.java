package dev.touchstone.submission;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.submission.SignatureBundle.Algorithm;
import dev.touchstone.submission.card.Snapshot;
import dev.touchstone.submission.card.signature.Signer;
import dev.touchstone.submission.intake.TunableIntake;
import dev.touchstone.submission.review.progress.FullHouse;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** How each refusal is provoked, by the last part of its type. */
final class Provocations {

    /** Something that the service refuses. */
    interface Provocation {

        ValidatableResponse provoke();
    }

    private static final String SUBMISSIONS = "/api/v1/submissions";

    static final Map<String, Provocation> ALL = Map.ofEntries(
            entry("unauthenticated", () -> given().get(SUBMISSIONS).then()),
            entry("forbidden",
                    () -> Api.as(TestKeys.AUDITOR).contentType(ContentType.JSON).body("{}").post(SUBMISSIONS).then()),
            entry("malformed-json", () -> Api.post("{")),
            entry("malformed-parameter", () -> Api.as(TestKeys.SUBMITTER).contentType(ContentType.JSON).body("{}")
                    .post(SUBMISSIONS + "?validate=perhaps").then()),
            entry("malformed-multipart", () -> Api.asSubmitter().multiPart("card", "{}", "application/json").post(SUBMISSIONS)
                    .then()),
            entry("not-found", () -> Api.get(UUID.randomUUID(), "")),
            entry("idempotency-key-malformed", () -> Api.asSubmitter().contentType(ContentType.JSON)
                    .header("Idempotency-Key", "bare").body("{}").post(SUBMISSIONS).then()),
            entry("idempotency-key-missing", () -> TunableIntake.whileKeysAreRequired(() -> Api.post("{}"))),
            entry("idempotency-key-in-use", Provocations::keyInUse),
            entry("idempotency-key-reused", Provocations::keyReused),
            entry("agent-taken", Provocations::agentTaken),
            entry("duplicate-in-review", Provocations::duplicate),
            entry("revision-published", Provocations::published),
            entry("wandb-run-taken", Provocations::runTaken),
            entry("review-open", Provocations::open),
            entry("request-too-large", () -> Api.post(" ".repeat(1024 * 1024 + 1))),
            entry("request-too-complex", () -> Api.post("[".repeat(101))),
            entry("unsupported-media-type", () -> Api.asSubmitter().contentType(ContentType.TEXT).body("hello")
                    .post(SUBMISSIONS).then()),
            entry("review-ended", Provocations::ended),
            entry("too-many-streams", () -> FullHouse.answers(TestKeys.SUBMITTER, Collections.nCopies(4, TestKeys.SUBMITTER))),
            entry("streams-exhausted", () -> FullHouse.answers(TestKeys.REVIEWER, List.of(TestKeys.SUBMITTER,
                    TestKeys.SUBMITTER, TestKeys.AUDITOR, TestKeys.AUDITOR, TestKeys.OPERATOR, TestKeys.OPERATOR))),
            entry("invalid-request", () -> Api.as(TestKeys.SERVICE).contentType(ContentType.JSON).body("{}")
                    .post("/api/v1/grants/ask").then()),
            entry("invalid-submission", () -> Api.post("""
                    {"agentId": "trip planner", "telemetry": {"llmJudge": {"temperature": 3}}}""")),
            entry("card-tampered", Provocations::tampered),
            entry("signing-key-foreign", Provocations::foreignKey),
            entry("signing-key-unregistered", () -> signed(Signer.ed25519())),
            entry("signing-key-revoked", Provocations::revokedKey),
            entry("signature-malformed", () -> Api.post(Api.with(Api.request(RelayDouble.GOOD), "cardDocument",
                    Cards.at(RelayDouble.GOOD).replace("\"skills\"", "\"signatures\": [7], \"skills\"")))),
            entry("signature-required",
                    () -> TunableIntake.whileSignaturesAreRequired(() -> Api.post(Api.request(RelayDouble.GOOD)))),
            entry("card-unavailable",
                    () -> Api.post("{\"agentId\": \"a\", \"cardUrl\": \"" + RelayDouble.BROKEN_RELAY + "\"}")));

    private Provocations() {
    }

    private static ValidatableResponse keyInUse() {
        String key = UUID.randomUUID().toString();
        String request = Api.request(RelayDouble.GOOD);
        Database.execute("""
                insert into idempotency_key (organization_id, key, request_digest, claim, claimed_until, created_at)
                values (?, ?, ?, gen_random_uuid(), now() + interval '1 minute', now())""", TestKeys.MAKERS, key,
                Snapshot.digest(Cards.json(request)));
        return TunableIntake.withoutPatience(() -> Api.post(key, request));
    }

    private static ValidatableResponse ended() {
        UUID id = Api.accepted(RelayDouble.GOOD).submissionId();
        Api.asSubmitter().delete(SUBMISSIONS + "/" + id).then().statusCode(202);
        return Api.asSubmitter().delete(SUBMISSIONS + "/" + id).then();
    }

    private static ValidatableResponse keyReused() {
        String key = UUID.randomUUID().toString();
        Api.post(key, Api.request(RelayDouble.GOOD)).statusCode(202);
        return Api.post(key, Api.request(RelayDouble.GOOD));
    }

    private static ValidatableResponse agentTaken() {
        String request = Api.with(Api.request(RelayDouble.GOOD), "organization", "null");
        Api.post(request).statusCode(202);
        return Api.as(TestKeys.RIVAL).contentType(ContentType.JSON).body(request).post(SUBMISSIONS).then();
    }

    private static ValidatableResponse duplicate() {
        String request = Api.request(RelayDouble.GOOD);
        Api.post(request).statusCode(202);
        return Api.post(request);
    }

    private static ValidatableResponse published() {
        String request = Api.request(RelayDouble.GOOD);
        String id = Api.post(request).statusCode(202).extract().path("submissionId");
        Database.publish(UUID.fromString(id));
        return Api.post(Api.with(request, "endpointManifest", "null"));
    }

    /** An agent whose precheck waits for the relay. */
    private static ValidatableResponse open() {
        return Api.asSubmitter().contentType(ContentType.JSON).body("{\"reason\": \"The endpoint was fixed\"}")
                .post(SUBMISSIONS + "/{id}/rounds", Api.accepted(RelayDouble.BROKEN_RELAY).submissionId()).then();
    }

    private static ValidatableResponse tampered() {
        Signer signer = Signer.ed25519();
        signer.register(TestKeys.SUBMITTER, TestKeys.MAKERS);
        return Api.post(Api.with(Api.request(RelayDouble.GOOD), "signatureBundle",
                Signer.json(signer.bundle(Cards.json(Cards.at(RelayDouble.DOWN)), Algorithm.ED25519))));
    }

    private static ValidatableResponse foreignKey() {
        Signer signer = Signer.ed25519();
        signer.register(TestKeys.RIVAL, TestKeys.RIVALS);
        return signed(signer);
    }

    private static ValidatableResponse revokedKey() {
        Signer signer = Signer.ed25519();
        signer.register(TestKeys.SUBMITTER, TestKeys.MAKERS);
        signer.revoke(TestKeys.SUBMITTER, TestKeys.MAKERS);
        return signed(signer);
    }

    private static ValidatableResponse signed(Signer signer) {
        return Api.post(Api.with(Api.request(RelayDouble.GOOD), "signatureBundle",
                Signer.json(signer.bundle(Cards.json(Cards.at(RelayDouble.GOOD)), Algorithm.ED25519))));
    }

    private static ValidatableResponse runTaken() {
        String runId = "ci-" + UUID.randomUUID();
        Api.post(Api.inRun(runId, null)).statusCode(202);
        return Api.post(Api.inRun(runId, null));
    }
}
