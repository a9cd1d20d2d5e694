package dev.touchstone.sandbox.suite;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.touchstone.sandbox.attempt.Report;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A suite without its lines.
 *
 * @param digest of its lines
 * @param builtIn whether it comes with the service
 * @param imported null for one that comes with the service
 * @param retired null where it may be asked
 * @param leftOut rows of the CSV document that are in no line; told once, after the import, and null later
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuiteView(String name, String version, String kind, String digest, About about, SuiteCounts counts, boolean builtIn,
        @Nullable Act imported, @Nullable Act retired, @Nullable List<Fault> leftOut) {

    /** What people want to know of it. */
    @RegisterForReflection
    record About(String title, String licence, String source, List<Language> languages) {
    }

    /** Who did it, when, and why where a reason was given. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Act(String by, Instant at, @Nullable String reason) {
    }

    static SuiteView builtIn(Manifest manifest, SuiteCounts counts) {
        return of(manifest, counts, true, null, null);
    }

    /** A row of {@link StoredSuites}. */
    static SuiteView of(Object[] row) {
        Manifest manifest = new Manifest(SuiteJson.object((String) row[2]).orElseThrow());
        Act imported = new Act((String) row[4], (Instant) row[5], null);
        Act retired = row[6] == null ? null
                : new Act(Objects.requireNonNull((String) row[7]), Objects.requireNonNull((Instant) row[8]), (String) row[6]);
        return of(manifest, Report.parse((String) row[3], SuiteCounts.class), false, imported, retired);
    }

    SuiteView leavingOut(List<Fault> rows) {
        return new SuiteView(name, version, kind, digest, about, counts, builtIn, imported, retired, rows);
    }

    private static SuiteView of(Manifest manifest, SuiteCounts counts, boolean builtIn, @Nullable Act imported,
            @Nullable Act retired) {
        Suite.Id id = manifest.id();
        About about = new About(manifest.text("title"), manifest.provenance().licence(), manifest.provenance().source(),
                manifest.languages());
        return new SuiteView(id.name(), id.version(), manifest.kind().key(), id.digest(), about, counts, builtIn, imported,
                retired, null);
    }
}
