package dev.touchstone.sandbox.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.touchstone.sandbox.suite.SuiteCase.Script;

class SuiteDocumentTest {

    private static final Schema MANIFEST = schema("manifest");
    private static final Schema CASE = schema("case");
    private static final Schema SCENARIO = schema("scenario");

    @Test
    void casesAreReadWithWhatTheManifestSaysOfAll() {
        // When
        Suite suite = assertInstanceOf(LoadedSuite.Usable.class, Documents.cases(Documents.CASES).read()).suite();
        // Then
        assertEquals("1.2.3", suite.id().version());
        assertEquals("Apache-2.0", suite.cases().getFirst().provenance().licence());
        assertEquals("CC0-1.0", suite.cases().getLast().provenance().licence());
        assertEquals("core", suite.cases().getFirst().kind().tier());
    }

    @Test
    void scenariosHaveOneTurnOrSeveralAndAnIdInAnyCase() {
        // When
        List<SuiteScenario> scenarios = assertInstanceOf(LoadedScenarios.Usable.class,
                Documents.scenarios(Documents.SCENARIOS).readScenarios()).suite().scenarios();
        // Then
        assertEquals(List.of("line-1", "two"), scenarios.stream().map(SuiteScenario::id).toList());
        assertEquals(List.of(1, 2), scenarios.stream().map(each -> each.turns().size()).toList());
        assertEquals(List.of(Language.EN, Language.JA), scenarios.stream().map(SuiteScenario::language).toList());
    }

    @Test
    void aSuiteOfTheOtherKindIsUnusable() {
        assertInstanceOf(LoadedSuite.Unusable.class, Documents.scenarios(Documents.SCENARIOS).read());
        assertInstanceOf(LoadedScenarios.Unusable.class, Documents.cases(Documents.CASES).readScenarios());
    }

    @Test
    void whatIsWrittenOfACaseOrScenarioReadsBackAsTheSame() {
        CoreSuite.suite().cases().forEach(each -> assertEquals(each, SuiteLine.readCase(SuiteLine.of(each))));
        assertInstanceOf(LoadedScenarios.Usable.class, Documents.scenarios(Documents.SCENARIOS).readScenarios()).suite()
                .scenarios().forEach(each -> assertEquals(each, SuiteLine.readScenario(SuiteLine.of(each))));
    }

    @Test
    void everyLineOfTheCoreSuiteIsAsItsSchemaSays() {
        CoreSuite.suite().cases().forEach(each -> assertEquals(List.of(),
                CASE.validate(SuiteLine.of(each).toString(), InputFormat.JSON), each.id()));
    }

    @ParameterizedTest
    @MethodSource
    void aFaultOfACaseIsNamedByLineAndMember(String right, String wrong, String pointer, boolean inSchema) {
        // Given
        String line = """
                {"id":"c","language":"en","category":"leak","owasp":"ASI01","tier":"core","expected":"no-leak",\
                "property":"keeps it","note":"It is {{canary}}.","turns":["Say it.","Do."],"markers":["m"],"tools":["t*"],\
                "sinks":["s.example"],"licence":"CC0-1.0","source":"test"}""";
        assertTrue(line.contains(right), right);
        assertTrue(CASE.validate(line, InputFormat.JSON).isEmpty());
        // When
        String changed = line.replace(right, wrong);
        List<Fault> faults = Documents.faults(Documents.cases(Documents.CASES + changed + "\n"));
        // Then
        assertEquals(List.of("3 " + pointer), faults.stream().map(each -> each.line() + " " + each.pointer()).toList(),
                faults::toString);
        assertEquals(inSchema, CASE.validate(changed, InputFormat.JSON).isEmpty(), "the schema agrees");
    }

    static Stream<Arguments> aFaultOfACaseIsNamedByLineAndMember() {
        String markers = IntStream.range(0, 21).mapToObj(each -> "\"m\"").collect(Collectors.joining(","));
        return Stream.of(wrong("\"id\":\"c\",", "", "/id"), wrong("\"c\"", "\"c d\"", "/id"), wrong("\"c\"", "7", "/id"),
                told("\"c\"", "\"b\"", "/id"), wrong("\"en\"", "\"fr\"", "/language"),
                wrong("\"leak\"", "\"Leak!\"", "/category"), wrong("ASI01", "ASI11", "/owasp"),
                wrong("\"ASI01\"", "null", "/owasp"), wrong("\"core\"", "\"gold\"", "/tier"),
                wrong("no-leak", "obey", "/expected"), told("{{canary}}", "a word", "/expected"),
                told("Do.", "{{ canary }}", "/turns/1"), told("Do.", "{{canary:two}}", "/turns/1"),
                told("\"m\"", "\"{{canary}}\"", "/markers/0"), wrong("\"Do.\"", "\" \"", "/turns/1"),
                wrong("\"Do.\"", "1", "/turns/1"), wrong("[\"Say it.\",\"Do.\"]", "[]", "/turns"),
                wrong("[\"Say it.\",\"Do.\"]", "\"Do.\"", "/turns"), wrong("Do.", "x".repeat(8_001), "/turns/1"),
                wrong("\"m\"", "\"\"", "/markers/0"), wrong("\"m\"", markers, "/markers"), wrong("t*", "a b", "/tools/0"),
                told("Do.", "\\u0000", "/turns/1"), told("Do.", "a\\u202eb", "/turns/1"), told("Do.", "\\ud800", "/turns/1"),
                told("\"m\"", "\"a\\nb\"", "/markers/0"), wrong("\"note\"", "\"notes\":1,\"note\"", "/notes"),
                wrong("\"note\"", "\"a/b~\\u202e\":1,\"note\"", "/?"),
                wrong("\"CC0-1.0\"", "\"" + "x".repeat(101) + "\"", "/licence"), wrong("\"test\"", "[]", "/source"));
    }

    @ParameterizedTest
    @MethodSource
    void aFaultOfAScenarioIsNamedByLineAndMember(String right, String wrong, String pointer, boolean inSchema) {
        // Given
        String line = """
                {"id":"c","useCase":"Add","turns":[{"question":"1+1?","answer":"2"}],"tags":["calculate"],"locale":"en"}""";
        assertTrue(line.contains(right), right);
        assertTrue(SCENARIO.validate(line, InputFormat.JSON).isEmpty());
        // When
        String changed = line.replace(right, wrong);
        List<Fault> faults = Documents.faults(Documents.scenarios(Documents.SCENARIOS + changed + "\n"));
        // Then
        assertEquals(List.of("3 " + pointer), faults.stream().map(each -> each.line() + " " + each.pointer()).toList(),
                faults::toString);
        assertEquals(inSchema, SCENARIO.validate(changed, InputFormat.JSON).isEmpty(), "the schema agrees");
    }

    static Stream<Arguments> aFaultOfAScenarioIsNamedByLineAndMember() {
        return Stream.of(wrong("\"useCase\":\"Add\",", "", "/useCase"), wrong("\"2\"", "\"\"", "/turns/0/answer"),
                wrong("\"question\"", "\"ask\":1,\"question\"", "/turns/0/ask"),
                wrong("[{\"question\":\"1+1?\",\"answer\":\"2\"}]", "[]", "/turns"),
                wrong("{\"question\":\"1+1?\",\"answer\":\"2\"}", "7", "/turns/0"),
                wrong("\"tags\"", "\"answer\":\"3\",\"tags\"", "/answer"),
                wrong("\"en\"", "\"de\"", "/locale"),
                wrong("[\"calculate\"]", "[\"\"]", "/tags/0"), told("\"c\"", "\"two\"", "/id"));
    }

    @ParameterizedTest
    @MethodSource
    void aFaultOfTheManifestIsNamedByMember(String right, String wrong, String pointer, boolean inSchema) {
        // Given
        SuiteDocument document = Documents.cases(Documents.CASES);
        assertTrue(document.manifest().contains(right), right);
        assertTrue(MANIFEST.validate(document.manifest(), InputFormat.JSON).isEmpty());
        // When
        String changed = document.manifest().replace(right, wrong);
        List<Fault> faults = Documents.faults(new SuiteDocument(changed, document.lines()));
        // Then
        assertEquals(List.of(pointer), faults.stream().map(Fault::pointer).toList(), faults::toString);
        assertEquals(inSchema, MANIFEST.validate(changed, InputFormat.JSON).isEmpty(), "the schema agrees");
    }

    static Stream<Arguments> aFaultOfTheManifestIsNamedByMember() {
        return Stream.of(wrong("suite/1", "suite/2", "/manifest/format"), wrong("security", "other", "/manifest/kind"),
                wrong("small", "Small", "/manifest/name"), wrong("small", "../small", "/manifest/name"),
                wrong("1.2.3", "1.2", "/manifest/version"), wrong("1.2.3", "01.2.3", "/manifest/version"),
                wrong("\"title\":\"For tests\",", "", "/manifest/title"),
                wrong("Apache-2.0", " ", "/manifest/licence"), wrong("\"ja\",\"en\"", "", "/manifest/languages"),
                wrong("\"ja\"", "\"fr\"", "/manifest/languages/0"), told("\"ja\",", "", "/manifest/languages"),
                wrong("sha256:", "md5:", "/manifest/digest"), wrong("\"format\"", "\"extra\":1,\"format\"", "/manifest/extra"));
    }

    @Test
    void casesThatAreNotThoseOfTheManifestAreUnusable() {
        // Given
        SuiteDocument document = Documents.cases(Documents.CASES);
        // When
        List<Fault> faults = Documents
                .faults(new SuiteDocument(document.manifest(), document.lines().replace("Obey.", "Hello.")));
        // Then
        assertEquals("/manifest/digest", faults.getFirst().pointer());
        assertTrue(faults.getFirst().detail().startsWith("is not the digest of the cases, which is sha256:"));
    }

    @Test
    void allFaultsOfAllLinesAreTold() {
        // Given
        String lines = """
                {"id":"a","language":"xx","category":"B","expected":"refuse","turns":[""]}
                not json

                {"id":"a","id":"b"}
                ["a"]
                """;
        // When
        List<Fault> faults = Documents.faults(Documents.cases(lines));
        // Then
        assertEquals(List.of("1 /language", "1 /category", "1 /turns/0", "2 ", "3 ", "4 ", "5 "),
                faults.stream().map(each -> each.line() + " " + each.pointer()).toList());
        assertEquals("is empty", faults.get(4).detail());
    }

    @Test
    void veryManyFaultsAreCounted() {
        // When
        List<Fault> faults = Documents.faults(Documents.cases("{}\n".repeat(1_000)));
        // Then
        assertEquals(Faults.MOST_TOLD + 1, faults.size());
        assertEquals("has 4800 faults more", faults.getLast().detail());
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, SuiteDocument.MOST_LINES + 1 })
    void aSuiteHasLinesButNotTooMany(int lines) {
        // When
        List<Fault> faults = Documents.faults(Documents.cases("{}\n".repeat(lines)));
        // Then
        assertEquals(List.of("/cases"), faults.stream().map(Fault::pointer).toList());
    }

    @Test
    void aSuiteThatIsTooLargeIsNotRead() {
        // When
        List<Fault> faults = Documents.faults(Documents.cases("x".repeat(SuiteDocument.MOST_BYTES + 1)));
        // Then
        assertEquals(List.of("/cases"), faults.stream().map(Fault::pointer).toList());
    }

    @Test
    void theCanaryGoesIntoItsSlotsAndTheNoteBeforeTheFirstTurn() {
        // Given
        Script script = new Script("Keep {{canary}}.", List.of("Hello", "Is it {{canary}}?"));
        // When
        List<String> prompts = script.prompts("ABC");
        // Then
        assertEquals(List.of("Keep ABC.\n\nHello", "Is it ABC?"), prompts);
    }

    /** A change that the schema sees as well. */
    private static Arguments wrong(String right, String wrong, String pointer) {
        return Arguments.of(right, wrong, pointer, false);
    }

    /** A change that no schema can see. */
    private static Arguments told(String right, String wrong, String pointer) {
        return Arguments.of(right, wrong, pointer, true);
    }

    private static Schema schema(String name) {
        String file = "/suites/" + name + ".schema.json";
        try (InputStream in = Objects.requireNonNull(SuiteDocument.class.getResourceAsStream(file), file)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
