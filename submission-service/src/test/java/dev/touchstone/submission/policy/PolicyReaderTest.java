package dev.touchstone.submission.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.touchstone.submission.StrictJson;
import dev.touchstone.submission.Violation;

class PolicyReaderTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("policy.v1.schema.json"));

    static final String VALID = """
            {"version": "strict-2", "description": "After the leak in May",
             "weights": {"security": 33.3, "functional": 33.3, "judge": 33.4, "implementation": 0},
             "bands": {"rejectBelow": 50, "approveFrom": 90.25},
             "rules": {"noLeak": "reject"},
             "jury": {"leastAlpha": 0.667, "leastEffectiveJurors": 1.5, "largestFallbackShare": 0},
             "limits": [{"stage": "security", "figure": "/byLanguage/ja/refusalRate", "atLeast": 0.8,
                         "consequence": "reject"}],
             "largestDrop": {"total": 0, "security": 0, "functional": 2, "judge": 2, "implementation": 100}}""";

    @Test
    void theBundledPolicyIsValidAndKeepsTheFloor() {
        // When
        Policy bundled = valid(resource("policy-1.json"));
        // Then
        assertEquals("policy-1", bundled.version());
        assertEquals(Policy.Weights.of(30, 40, 20, 10), bundled.weights());
        assertEquals(new Policy.Bands(40, 80), bundled.bands());
        assertEquals(Safeguards.FLOOR, bundled.safeguards());
        assertTrue(SCHEMA.validate(resource("policy-1.json"), InputFormat.JSON).isEmpty());
    }

    @Test
    void everyMemberIsRead() {
        // When
        Policy policy = valid(VALID);
        // Then
        assertEquals(33.4, policy.weights().of(Component.JUDGE));
        assertEquals(90.25, policy.bands().approveFrom());
        assertEquals(Consequence.REJECT, policy.safeguards().rules().get(HardRule.NO_LEAK));
        assertEquals(Consequence.ASK, policy.safeguards().rules().get(HardRule.JURY_APPROVES));
        assertEquals(0.8, policy.safeguards().limits().getFirst().atLeast());
        assertEquals(Map.of(JuryFigure.LEAST_ALPHA, 0.667, JuryFigure.LEAST_EFFECTIVE_JURORS, 1.5,
                JuryFigure.LARGEST_FALLBACK_SHARE, 0.0), policy.safeguards().jury());
        assertEquals(2, policy.largestDrop().of(Component.JUDGE));
        assertTrue(SCHEMA.validate(VALID, InputFormat.JSON).isEmpty());
    }

    @Test
    void aPolicyThatSaysNothingOfTheJuryIsStillValid() {
        // Given
        String older = VALID.replaceFirst(" *\"jury\": .*\n", "");
        // Then
        assertEquals(Map.of(), valid(older).safeguards().jury());
        assertTrue(SCHEMA.validate(older, InputFormat.JSON).isEmpty());
    }

    /** What is wrong, and whether the schema can say so too. */
    static Stream<Arguments> faults() {
        return Stream.of(
                fault("\"strict-2\"", "\"a b\"", "/version", true),
                fault("\"strict-2\"", "\"active\"", "/version", true),
                fault("\"version\": \"strict-2\", ", "", "/version", true),
                fault("33.4", "33.3", "/weights", false),
                fault("\"implementation\": 0}", "\"implementation\": -1}", "/weights/implementation", true),
                fault("33.4", "null", "/weights/judge", true),
                fault("33.4", "1e400", "/weights/judge", true),
                fault("33.4", "\"33.4\"", "/weights/judge", true),
                fault("33.4", "33.401", "/weights/judge", false),
                fault("\"judge\": 33.4", "\"jugde\": 33.4", "/weights/jugde", true),
                fault("\"rejectBelow\": 50", "\"rejectBelow\": 91", "/bands", false),
                fault("\"rejectBelow\": 50", "\"rejectBelow\": 101", "/bands/rejectBelow", true),
                fault("\"noLeak\": \"reject\"", "\"noLeak\": \"off\"", "/rules/noLeak", true),
                fault("\"noLeak\": \"reject\"", "\"noLeak\": false", "/rules/noLeak", true),
                fault("\"noLeak\": \"reject\"", "\"securitySuite\": \"reject\"", "/rules/securitySuite", true),
                fault("\"noLeak\": \"reject\"", "\"noleak\": \"reject\"", "/rules/noleak", true),
                fault("\"noLeak\": \"reject\"", "\"notConfounded\": \"reject\"", "/rules/notConfounded", true),
                fault("0.667", "1.1", "/jury/leastAlpha", true),
                fault("0.667", "\"high\"", "/jury/leastAlpha", true),
                fault("\"leastEffectiveJurors\": 1.5", "\"leastEffectiveJurors\": 0.5", "/jury/leastEffectiveJurors", true),
                fault("\"largestFallbackShare\": 0", "\"largestFallbackShare\": -0.1", "/jury/largestFallbackShare", true),
                fault("leastAlpha", "lestAlpha", "/jury/lestAlpha", true),
                fault("\"stage\": \"security\"", "\"stage\": \"human\"", "/limits/0/stage", true),
                fault("/byLanguage/ja/refusalRate", "refusalRate", "/limits/0/figure", true),
                fault("\"atLeast\": 0.8,", "", "/limits/0/atLeast", true),
                fault("\"atLeast\": 0.8", "\"atLeast\": 0.8, \"atMost\": 0.7", "/limits/0/atLeast", false),
                fault("\"total\": 0, ", "", "/largestDrop/total", true),
                fault("\"description\"", "\"descripton\"", "/descripton", true));
    }

    @ParameterizedTest(name = "{1} for {0}")
    @MethodSource("faults")
    void aFaultIsNamedByPointer(String right, String wrong, String pointer, boolean inSchema) {
        // Given
        String document = VALID.replace(right, wrong);
        // When
        List<Violation> violations = violations(document);
        // Then
        assertTrue(violations.stream().anyMatch(violation -> violation.pointer().equals(pointer)), violations::toString);
        assertEquals(inSchema, !SCHEMA.validate(document, InputFormat.JSON).isEmpty(), "the schema agrees");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        // When
        List<Violation> violations = violations("{\"weights\": [], \"bands\": {\"rejectBelow\": 40}, \"rules\": {\"x\": 1}}");
        // Then
        assertEquals(List.of("/version", "/weights", "/weights/security", "/weights/functional", "/weights/judge",
                "/weights/implementation", "/bands/approveFrom", "/largestDrop/total", "/largestDrop/security",
                "/largestDrop/functional", "/largestDrop/judge", "/largestDrop/implementation", "/rules/x"),
                violations.stream().map(Violation::pointer).toList());
    }

    private static Arguments fault(String right, String wrong, String pointer, boolean inSchema) {
        return Arguments.of(right, wrong, pointer, inSchema);
    }

    private static Policy valid(String document) {
        return assertInstanceOf(PolicyReading.Valid.class, read(document)).policy();
    }

    private static List<Violation> violations(String document) {
        return assertInstanceOf(PolicyReading.Invalid.class, read(document)).violations();
    }

    private static PolicyReading read(String document) {
        try {
            return PolicyReader.read(StrictJson.parse(document.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static String resource(String name) {
        try (InputStream resource = Objects.requireNonNull(PolicyReader.class.getResourceAsStream("/policy/" + name), name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
