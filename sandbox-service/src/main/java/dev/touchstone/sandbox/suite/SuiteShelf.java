package dev.touchstone.sandbox.suite;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.jobs.Blocking;

/** The suites as operators see them: looked at, added to, and retired, never changed. Every method blocks. */
@ApplicationScoped
class SuiteShelf {

    private final BuiltInSuites builtIn = new BuiltInSuites();
    private final List<SuiteView> ofTheService = builtIn.views();
    private final StoredSuites stored;

    SuiteShelf(StoredSuites stored) {
        this.stored = stored;
    }

    List<SuiteView> all() {
        return Stream.concat(ofTheService.stream(), Blocking.inTransaction(stored::heads).stream()).toList();
    }

    Optional<SuiteView> head(StoredSuite.Key key) {
        if (!key.isPossible()) {
            return Optional.empty();
        }
        return ofTheService.stream().filter(view -> view.name().equals(key.name()) && view.version().equals(key.version()))
                .findFirst().or(() -> Blocking.inTransaction(() -> stored.head(key).map(Optional::ofNullable)));
    }

    /** The lines as they are written down. */
    Optional<String> lines(StoredSuite.Key key) {
        return head(key).flatMap(view -> view.builtIn() ? builtIn.find(key.name())
                : Blocking.inTransaction(() -> stored.document(key).map(Optional::ofNullable))).map(SuiteDocument::lines);
    }

    /** Stores a suite that was checked. */
    ImportedSuite add(Manifest manifest, String lines, SuiteCounts counts, String by) {
        StoredSuite.Key key = new StoredSuite.Key(manifest.id().name(), manifest.id().version());
        if (BuiltInSuites.NAMES.contains(key.name())) {
            return new ImportedSuite.Taken("The name " + key.name() + " is that of a suite of the service.");
        }
        boolean isNew = Blocking.inTransaction(() -> stored.store(manifest, lines, counts, by));
        SuiteView view = head(key).orElseThrow();
        if (isNew) {
            return new ImportedSuite.Stored(view);
        }
        SuiteDocument there = Objects.requireNonNull(Blocking.inTransaction(() -> stored.document(key)));
        return manifest.json().equals(SuiteJson.object(there.manifest()).orElseThrow()) ? new ImportedSuite.Known(view)
                : new ImportedSuite.Taken("There is a suite " + key + " with other content. A version never changes; choose "
                        + "another one.");
    }

    /** Whoever names an imported suite gets a closed gate from now on. The first reason stays. */
    Optional<SuiteView> retire(StoredSuite.Key key, String reason, String by) {
        if (head(key).filter(view -> !view.builtIn()).isEmpty()) {
            return Optional.empty();
        }
        Blocking.inTransaction(() -> stored.retire(key, reason, by));
        return head(key);
    }
}
