package dev.touchstone.events.testing;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.ApiKey;
import dev.touchstone.events.access.Directory;
import dev.touchstone.events.access.Grant;
import dev.touchstone.events.access.Roles;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;

/**
 * Keys that tests present, and a directory that knows them. A service's test makes it a bean with a subclass of one line:
 * {@code @Mock @ApplicationScoped class KnownKeys extends TestKeys}.
 */
public class TestKeys implements Directory {

    /** The organisation whose agents are reviewed in tests. */
    public static final String MAKERS = "makers";
    /** Another one, which must see nothing of the first. */
    public static final String RIVALS = "rivals";
    /** The installation's own people. */
    public static final String HOUSE = "house";

    public static final String SUBMITTER = "ts_test_submitter_0000000000000000000000000000";
    public static final String RIVAL = "ts_test_rival_00000000000000000000000000000000";
    public static final String REVIEWER = "ts_test_reviewer_00000000000000000000000000000";
    public static final String OPERATOR = "ts_test_operator_00000000000000000000000000000";
    public static final String AUDITOR = "ts_test_auditor_000000000000000000000000000000";
    /** Submits and reviews, in the organisation whose agents are reviewed. */
    public static final String INSIDER = "ts_test_insider_000000000000000000000000000000";
    /** Of the installation's services; see {@code %test.touchstone.access.service-key}. */
    public static final String SERVICE = "ts_for_tests_only_00000000000000000000000000";
    /** Nobody's. */
    public static final String UNKNOWN = "ts_test_unknown_000000000000000000000000000000";

    private static final Map<String, Grant> GRANTS = Map.of(
            digest(SUBMITTER), new Grant("Sumi Submitter", MAKERS, Set.of(Roles.SUBMITTER)),
            digest(RIVAL), new Grant("Riva Rival", RIVALS, Set.of(Roles.SUBMITTER)),
            digest(REVIEWER), new Grant("Rei Reviewer", HOUSE, Set.of(Roles.REVIEWER)),
            digest(OPERATOR), new Grant("Oto Operator", HOUSE, Set.of(Roles.OPERATOR)),
            digest(AUDITOR), new Grant("Aya Auditor", HOUSE, Set.of(Roles.AUDITOR)),
            digest(INSIDER), new Grant("Ichi Insider", MAKERS, Set.of(Roles.SUBMITTER, Roles.REVIEWER)));

    public static String bearer(String key) {
        return "Bearer " + key;
    }

    /** A request of whoever holds the key. */
    public static RequestSpecification as(String key) {
        return RestAssured.given().header("Authorization", bearer(key));
    }

    private static String digest(String key) {
        return new ApiKey(key).digest();
    }

    @Override
    public Uni<@Nullable Grant> ofKey(String keyDigest) {
        return Uni.createFrom().item(GRANTS.get(keyDigest));
    }

    @Override
    public Uni<@Nullable Grant> ofSubject(String issuer, String subject) {
        return Uni.createFrom().nullItem();
    }
}
