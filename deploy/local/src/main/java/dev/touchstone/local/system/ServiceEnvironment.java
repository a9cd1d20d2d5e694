package dev.touchstone.local.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.embedded.EmbeddedPostgres;
import dev.touchstone.events.access.ApiKey;
import dev.touchstone.events.access.Roles;
import dev.touchstone.local.agents.Sample;
import dev.touchstone.local.llm.ScriptedJudge;

/** What the services are told about each other. */
final class ServiceEnvironment {

    private static final String ENTITY = "touchstone";
    private static final String PROJECT = "reviews";
    private static final List<String> SEATS = List.of("ONE", "TWO");

    private final Settings settings;
    private final Secrets secrets;

    ServiceEnvironment(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    Map<String, String> of(Service service) {
        Map<String, String> environment = new LinkedHashMap<>(common());
        String database = "//127.0.0.1:" + settings.ports().database() + "/" + service.key();
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql:" + database);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql:" + database);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.ports().of(service)));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(settings.ports().management(service)));
        environment.put("TOUCHSTONE_DELIVERY_PUBLIC_URL", settings.ports().url(service).toString());
        environment.putAll(own(service));
        return environment;
    }

    private Map<String, String> common() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", settings.ports().bootstrapServers());
        environment.put("QUARKUS_DATASOURCE_USERNAME", EmbeddedPostgres.USER);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", EmbeddedPostgres.PASSWORD);
        // Each connection is a process of PostgreSQL's; one machine needs few. JDBC only migrates.
        environment.put("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", "8");
        environment.put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "2");
        // Nothing here speaks TLS, so nothing listens to the network.
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("TOUCHSTONE_ACCESS_SERVICE_KEY", secrets.serviceKey().secret());
        // People read these logs, not programs.
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        for (Service service : Service.values()) {
            environment.put("TOUCHSTONE_SERVICES_" + service.name() + "_URL", settings.ports().url(service).toString());
        }
        return environment;
    }

    private Map<String, String> own(Service service) {
        return switch (service) {
            case SUBMISSION -> {
                Map<String, String> environment = new LinkedHashMap<>(runs());
                environment.putAll(bootstrap("CLIENT", secrets.keys().client(), Keys.MAKERS, Roles.SUBMITTER));
                environment.putAll(bootstrap("HOUSE", secrets.keys().house(), Keys.HOUSE,
                        String.join(",", Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR)));
                environment.putAll(bootstrap("SECOND", secrets.keys().second(), Keys.HOUSE, Roles.REVIEWER));
                yield environment;
            }
            case SANDBOX -> Map.of("TOUCHSTONE_EGRESS_ALLOWED_HOSTS", agents(),
                    "TOUCHSTONE_SECURITY_SAMPLING_SEED", secrets.samplingSeed());
            case TELEMETRY -> {
                Map<String, String> environment = new LinkedHashMap<>(runs());
                environment.putAll(writer());
                yield environment;
            }
            case JUDGE -> jury();
            case REVIEW -> {
                Map<String, String> environment = new LinkedHashMap<>(ledger());
                environment.put("QUARKUS_PROFILE", profile(System.getenv("QUARKUS_PROFILE")));
                environment.put("TOUCHSTONE_SESSION_DEVELOPMENT_USERS", users());
                yield environment;
            }
        };
    }

    /** The service's own role owns nothing, so that it cannot change what is in the ledger; migrations run as the owner. */
    private Map<String, String> ledger() {
        return Map.of("TOUCHSTONE_LEDGER_SIGNING_KEY", secrets.ledgerKey(), "QUARKUS_DATASOURCE_USERNAME",
                Service.REVIEW.key(), "QUARKUS_FLYWAY_USERNAME", EmbeddedPostgres.USER, "QUARKUS_FLYWAY_PASSWORD",
                EmbeddedPostgres.PASSWORD);
    }

    /** Not production, where nobody may sign in without a key. */
    static String profile(@Nullable String inherited) {
        return inherited == null || inherited.isEmpty() ? "local" : inherited.replaceAll("\\bprod\\b", "local");
    }

    /** Whom the pages offer at one click, by the names that the ledger has for them. */
    private String users() {
        Keys keys = secrets.keys();
        return "local house=" + keys.house().secret() + ",local second=" + keys.second().secret() + ",local client="
                + keys.client().secret();
    }

    /** A key that is in force from the start. Its name is that of its holder in events and in the ledger. */
    private static Map<String, String> bootstrap(String name, ApiKey key, String organization, String roles) {
        String prefix = "TOUCHSTONE_IDENTITY_BOOTSTRAP_" + name;
        return Map.of(prefix + "_KEY", key.secret(), prefix + "_ORGANIZATION", organization, prefix + "_NAME",
                "local " + name.toLowerCase(Locale.ROOT), prefix + "_ROLES", roles);
    }

    /** The only private addresses that a submitted agent may have here. */
    private String agents() {
        return Stream.of(Sample.values()).map(agent -> "127.0.0.1:" + settings.ports().of(agent))
                .collect(Collectors.joining(","));
    }

    /** Two models that are scripts and need no key: who asks for models gets a whole panel, and is told what they are. */
    private Map<String, String> jury() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("TOUCHSTONE_JUDGE_LLM_ENABLED", Boolean.toString(settings.modelsJudge()));
        List<String> models = ScriptedJudge.models();
        for (int seat = 0; seat < models.size(); seat++) {
            String prefix = "TOUCHSTONE_JUDGE_LLM_JURORS_" + SEATS.get(seat);
            environment.put(prefix + "_MODEL", models.get(seat));
            environment.put(prefix + "_BASE_URL", settings.ports().scriptedJudgeUrl().toString());
        }
        environment.put("TOUCHSTONE_JUDGE_LLM_ALLOWED_MODELS", String.join(",", models));
        environment.put("TOUCHSTONE_JUDGE_JURY_SEED", secrets.samplingSeed());
        return environment;
    }

    private Map<String, String> runs() {
        return switch (settings.wandb()) {
            case Wandb.Emulated ignored -> Map.of("TOUCHSTONE_WANDB_BASE_URL", settings.ports().emulatorUrl().toString(),
                    "TOUCHSTONE_WANDB_ENTITY", ENTITY, "TOUCHSTONE_WANDB_PROJECT", PROJECT);
            case Wandb.Server server -> Map.of("TOUCHSTONE_WANDB_BASE_URL", server.url().toString(),
                    "TOUCHSTONE_WANDB_ENTITY", ENTITY, "TOUCHSTONE_WANDB_PROJECT", PROJECT);
            case Wandb.Offline ignored -> Map.of("TOUCHSTONE_WANDB_ENTITY", ENTITY, "TOUCHSTONE_WANDB_PROJECT", PROJECT);
        };
    }

    private Map<String, String> writer() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("TOUCHSTONE_WANDB_OFFLINE_DIRECTORY", settings.layout().offlineRuns().toString());
        switch (settings.wandb()) {
            case Wandb.Emulated ignored -> {
                environment.put("TOUCHSTONE_WANDB_API_URL", settings.ports().emulatorUrl().toString());
                environment.put("TOUCHSTONE_WANDB_API_KEY", secrets.emulatorKey());
            }
            case Wandb.Server server -> {
                environment.put("TOUCHSTONE_WANDB_API_URL", server.url().toString());
                environment.put("TOUCHSTONE_WANDB_API_KEY", server.apiKey());
            }
            // An empty value is no value: also a key of the caller's own environment must not be found.
            case Wandb.Offline ignored -> environment.put("TOUCHSTONE_WANDB_API_KEY", "");
        }
        return environment;
    }
}
