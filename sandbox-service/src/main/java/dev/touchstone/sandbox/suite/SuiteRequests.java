package dev.touchstone.sandbox.suite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.sandbox.suite.CsvSuite.Named;
import dev.touchstone.sandbox.suite.SuiteCase.Provenance;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Reads what is sent to be imported, as far as it can be read at all; the suite itself is checked afterwards. */
final class SuiteRequests {

    /** What JSON adds to the lines: at most every second character is escaped, and there is a manifest. */
    private static final int MOST_BYTES = 2 * SuiteDocument.MOST_BYTES;
    /** Each row's own is added behind it. */
    private static final TextRule ORIGIN = TextRule.line(300);
    private static final TextRule REASON = TextRule.line(500);
    private static final Set<String> LANGUAGES = Stream.of(Language.values()).map(Language::key)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> MEMBERS = Set.of("manifest", "cases");

    private SuiteRequests() {
    }

    /**
     * @throws HttpProblem 400 for what is no JSON object in UTF-8, 413 for what is too large, 422 for other members
     */
    static SuiteDocument document(byte @Nullable [] body) {
        ObjectNode json = text(body, MOST_BYTES).flatMap(SuiteJson::object)
                .orElseThrow(() -> SuiteProblems.malformed("The body is a JSON object in UTF-8."));
        List<Fault> faults = new ArrayList<>();
        json.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                faults.add(new Fault(null, "", "has a member beside manifest and cases"));
            }
        });
        JsonNode lines = json.path("cases");
        if (!json.path("manifest").isObject()) {
            faults.add(new Fault(null, "/manifest", "is no object"));
        }
        if (!lines.isTextual()) {
            faults.add(new Fault(null, "/cases", "is no text of JSON Lines"));
        }
        if (!faults.isEmpty()) {
            throw SuiteProblems.invalid(faults);
        }
        if (lines.textValue().getBytes(StandardCharsets.UTF_8).length > SuiteDocument.MOST_BYTES) {
            throw SuiteProblems.tooLarge();
        }
        return new SuiteDocument(json.path("manifest").toString(), lines.textValue());
    }

    /**
     * @throws HttpProblem 400 for what is not UTF-8, 413 for what is too large
     */
    static String csv(byte @Nullable [] body) {
        return text(body, SuiteDocument.MOST_BYTES)
                .orElseThrow(() -> SuiteProblems.malformed("The body is CSV in UTF-8."));
    }

    /**
     * @throws HttpProblem 422 for every parameter that is missing or wrong
     */
    static Named named(@Nullable String name, @Nullable String version, Terms terms) {
        List<Fault> faults = new ArrayList<>();
        check(faults, "name", name, Manifest.NAME);
        check(faults, "version", version, Manifest.VERSION);
        check(faults, "licence", terms.licence(), SuiteRules.LICENCE);
        check(faults, "source", terms.source(), ORIGIN);
        if (terms.language() != null && !LANGUAGES.contains(terms.language())) {
            faults.add(new Fault(null, "/language", "is none of ja, en"));
        }
        if (!faults.isEmpty() || name == null || version == null || terms.licence() == null || terms.source() == null) {
            throw SuiteProblems.invalid(faults);
        }
        return new Named(name, version, new Provenance(terms.licence(), terms.source()), terms.layout(), terms.language());
    }

    /**
     * @throws HttpProblem 400 for what is no JSON object in UTF-8, 422 for what is no reason
     */
    static String reason(byte @Nullable [] body) {
        ObjectNode json = text(body, MOST_BYTES).flatMap(SuiteJson::object)
                .orElseThrow(() -> SuiteProblems.malformed("The body is a JSON object in UTF-8."));
        Faults faults = new Faults();
        Members members = new Members(json, null, "", faults);
        members.text("reason", REASON);
        members.noOthers();
        if (faults.found() > 0) {
            throw SuiteProblems.invalid(faults.told());
        }
        return json.path("reason").textValue();
    }

    /** What else is said of a CSV document. */
    record Terms(@Nullable String licence, @Nullable String source, @Nullable String layout, @Nullable String language) {
    }

    private static void check(List<Fault> faults, String parameter, @Nullable String value, TextRule rule) {
        String fault = value == null ? "is missing" : rule.faultOf(value);
        if (fault != null) {
            faults.add(new Fault(null, "/" + parameter, fault));
        }
    }

    private static Optional<String> text(byte @Nullable [] body, int most) {
        if (body != null && body.length > most) {
            throw SuiteProblems.tooLarge();
        }
        return Optional.ofNullable(body).flatMap(SuiteJson::utf8);
    }
}
