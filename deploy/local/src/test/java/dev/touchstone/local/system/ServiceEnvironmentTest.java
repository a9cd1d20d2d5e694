package dev.touchstone.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.access.ApiKey;

class ServiceEnvironmentTest {

    private static final String KEY = "0123456789012345678901234567890123456789";
    private static final ApiKey SERVICE_KEY = new ApiKey("ts_service-" + "0".repeat(32));
    private static final ApiKey CLIENT_KEY = new ApiKey("ts_client-" + "0".repeat(32));
    private static final String LEDGER_KEY = "signs the ledger";
    private static final ApiKey HOUSE_KEY = new ApiKey("ts_house-" + "0".repeat(32));
    private static final ApiKey SECOND_KEY = new ApiKey("ts_second-" + "0".repeat(32));

    @Test
    void onlyTelemetryGetsTheKey() {
        ServiceEnvironment environment = environment(new Wandb.Emulated());

        assertEquals(KEY, environment.of(Service.TELEMETRY).get("TOUCHSTONE_WANDB_API_KEY"));
        assertEquals("http://127.0.0.1:8090", environment.of(Service.TELEMETRY).get("TOUCHSTONE_WANDB_API_URL"));
        for (Service service : Service.values()) {
            assertEquals(service == Service.TELEMETRY, environment.of(service).containsValue(KEY));
        }
    }

    @Test
    void theServicesKnowOneAnotherByOneKey() {
        ServiceEnvironment environment = environment(new Wandb.Emulated());

        for (Service service : Service.values()) {
            assertEquals(SERVICE_KEY.secret(), environment.of(service).get("TOUCHSTONE_ACCESS_SERVICE_KEY"));
            assertEquals("http://127.0.0.1:8080", environment.of(service).get("TOUCHSTONE_SERVICES_SUBMISSION_URL"));
        }
    }

    @Test
    void onlyThoseWhoKnowPeopleAreToldTheDevelopmentKeys() {
        ServiceEnvironment environment = environment(new Wandb.Emulated());

        Map<String, String> submission = environment.of(Service.SUBMISSION);
        assertEquals(CLIENT_KEY.secret(), submission.get("TOUCHSTONE_IDENTITY_BOOTSTRAP_CLIENT_KEY"));
        assertEquals("sample-makers", submission.get("TOUCHSTONE_IDENTITY_BOOTSTRAP_CLIENT_ORGANIZATION"));
        assertEquals("submitter", submission.get("TOUCHSTONE_IDENTITY_BOOTSTRAP_CLIENT_ROLES"));
        assertEquals(HOUSE_KEY.secret(), submission.get("TOUCHSTONE_IDENTITY_BOOTSTRAP_HOUSE_KEY"));
        assertEquals("reviewer,operator,auditor", submission.get("TOUCHSTONE_IDENTITY_BOOTSTRAP_HOUSE_ROLES"));
        assertEquals("reviewer", submission.get("TOUCHSTONE_IDENTITY_BOOTSTRAP_SECOND_ROLES"));
        for (Service other : List.of(Service.SANDBOX, Service.JUDGE, Service.TELEMETRY)) {
            assertFalse(environment.of(other).containsValue(CLIENT_KEY.secret()));
            assertFalse(environment.of(other).containsValue(HOUSE_KEY.secret()));
        }
    }

    @Test
    void thePagesOfferTheLocalPeopleAndAreNeverInProduction() {
        Map<String, String> review = environment(new Wandb.Emulated()).of(Service.REVIEW);

        assertEquals("local house=" + HOUSE_KEY.secret() + ",local second=" + SECOND_KEY.secret() + ",local client="
                + CLIENT_KEY.secret(), review.get("TOUCHSTONE_SESSION_DEVELOPMENT_USERS"));
        assertEquals("local", ServiceEnvironment.profile(null));
        assertEquals("local,weave", ServiceEnvironment.profile("prod,weave"));
        assertEquals("dev", ServiceEnvironment.profile("dev"));
    }

    @Test
    void withoutAKeyRunsAreKeptOffline() {
        Map<String, String> telemetry = environment(new Wandb.Offline()).of(Service.TELEMETRY);

        assertEquals("", telemetry.get("TOUCHSTONE_WANDB_API_KEY"));
        assertEquals("/data/wandb", telemetry.get("TOUCHSTONE_WANDB_OFFLINE_DIRECTORY"));
        assertFalse(telemetry.containsKey("TOUCHSTONE_WANDB_API_URL"));
    }

    @Test
    void aServerOfOnesOwnGetsItsOwnKey() {
        Wandb server = new Wandb.Server(URI.create("https://wandb.example.org"), "local-" + KEY);

        ServiceEnvironment environment = environment(server);

        assertEquals("local-" + KEY, environment.of(Service.TELEMETRY).get("TOUCHSTONE_WANDB_API_KEY"));
        assertEquals("https://wandb.example.org", environment.of(Service.SUBMISSION).get("TOUCHSTONE_WANDB_BASE_URL"));
    }

    @Test
    void theSandboxMayCallTheSampleAgentsAndNothingElseThatIsPrivate() {
        assertEquals("127.0.0.1:8091,127.0.0.1:8092,127.0.0.1:8093,127.0.0.1:8097,127.0.0.1:8098,127.0.0.1:8099,"
                + "127.0.0.1:8100,127.0.0.1:8101",
                environment(new Wandb.Emulated()).of(Service.SANDBOX).get("TOUCHSTONE_EGRESS_ALLOWED_HOSTS"));
        assertFalse(environment(new Wandb.Emulated()).of(Service.JUDGE).containsKey("TOUCHSTONE_EGRESS_ALLOWED_HOSTS"));
    }

    @Test
    void theJudgeHasTwoScriptedModelsThatJudgeWhereSomebodyAsksForThem() {
        Map<String, String> judge = environment(new Wandb.Emulated()).of(Service.JUDGE);

        assertEquals("false", judge.get("TOUCHSTONE_JUDGE_LLM_ENABLED"));
        assertEquals("scripted-judge-1", judge.get("TOUCHSTONE_JUDGE_LLM_JURORS_ONE_MODEL"));
        assertEquals("scripted-judge-2", judge.get("TOUCHSTONE_JUDGE_LLM_JURORS_TWO_MODEL"));
        assertEquals("http://127.0.0.1:8102/v1", judge.get("TOUCHSTONE_JUDGE_LLM_JURORS_TWO_BASE_URL"));
        assertEquals("scripted-judge-1,scripted-judge-2", judge.get("TOUCHSTONE_JUDGE_LLM_ALLOWED_MODELS"));
    }

    @Test
    void eachServiceHasItsOwnDatabaseAndPort() {
        Map<String, String> review = environment(new Wandb.Emulated()).of(Service.REVIEW);

        assertEquals("postgresql://127.0.0.1:8096/review", review.get("QUARKUS_DATASOURCE_REACTIVE_URL"));
        assertEquals("jdbc:postgresql://127.0.0.1:8096/review", review.get("QUARKUS_DATASOURCE_JDBC_URL"));
        assertEquals("8083", review.get("QUARKUS_HTTP_PORT"));
        assertEquals("8088", review.get("QUARKUS_MANAGEMENT_PORT"));
        assertEquals("127.0.0.1", review.get("QUARKUS_MANAGEMENT_HOST"));
        assertEquals("127.0.0.1:8094", review.get("KAFKA_BOOTSTRAP_SERVERS"));
    }

    @Test
    void onlyReviewSignsTheLedgerAndItsRoleDoesNotOwnIt() {
        ServiceEnvironment environment = environment(new Wandb.Emulated());

        Map<String, String> review = environment.of(Service.REVIEW);
        assertEquals(LEDGER_KEY, review.get("TOUCHSTONE_LEDGER_SIGNING_KEY"));
        assertEquals("review", review.get("QUARKUS_DATASOURCE_USERNAME"));
        assertEquals("postgres", review.get("QUARKUS_FLYWAY_USERNAME"));
        for (Service service : Service.values()) {
            assertEquals(service == Service.REVIEW, environment.of(service).containsValue(LEDGER_KEY));
        }
    }

    private static ServiceEnvironment environment(Wandb wandb) {
        return new ServiceEnvironment(
                new Settings(new Layout(Path.of("/home"), Path.of("/data")), new Ports(Ports.DEFAULT_BASE), wandb,
                        false),
                new Secrets(KEY, "seed", SERVICE_KEY, LEDGER_KEY, new Keys(CLIENT_KEY, HOUSE_KEY, SECOND_KEY)));
    }
}
