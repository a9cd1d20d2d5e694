package dev.touchstone.review;

import static io.restassured.RestAssured.given;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.ApiKey;
import dev.touchstone.events.access.Grant;
import dev.touchstone.events.access.Roles;
import dev.touchstone.events.testing.TestKeys;
import io.quarkus.test.Mock;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;

/** The keys of all tests, another reviewer's, and those that a test makes for itself. */
@Mock
@ApplicationScoped
public class KnownKeys extends TestKeys {

    public static final String SECOND_REVIEWER = "ts_test_second_reviewer_00000000000000000000000";

    /** Names the issuer in the configuration, where there is one. */
    public static final String ISSUER = "test.issuer";

    private static final Grant SECOND = new Grant("Sei Second", HOUSE, Set.of(Roles.REVIEWER));

    private final Map<String, Grant> issued = new ConcurrentHashMap<>();

    /** A request with this key. */
    public static RequestSpecification as(String key) {
        return given().header("Authorization", bearer(key));
    }

    /** A key that no other test knows. */
    public String issue(Grant grant) {
        ApiKey key = ApiKey.random(new SecureRandom());
        issued.put(key.digest(), grant);
        return key.secret();
    }

    public void withdraw(String key) {
        issued.remove(new ApiKey(key).digest());
    }

    @Override
    public Uni<@Nullable Grant> ofKey(String keyDigest) {
        if (keyDigest.equals(new ApiKey(SECOND_REVIEWER).digest())) {
            return Uni.createFrom().item(SECOND);
        }
        Grant grant = issued.get(keyDigest);
        return grant == null ? super.ofKey(keyDigest) : Uni.createFrom().item(grant);
    }

    /** Of whom the test's identity provider vouches for, only one is a member. */
    @Override
    public Uni<@Nullable Grant> ofSubject(String issuer, String subject) {
        boolean member = subject.equals("rei")
                && ConfigProvider.getConfig().getOptionalValue(ISSUER, String.class).filter(issuer::equals).isPresent();
        return member ? ofKey(new ApiKey(REVIEWER).digest()) : Uni.createFrom().nullItem();
    }
}
