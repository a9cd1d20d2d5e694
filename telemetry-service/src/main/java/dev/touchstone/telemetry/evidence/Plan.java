package dev.touchstone.telemetry.evidence;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.ArtifactRef;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What is to be put into a run. The cases differ in where the content comes from, and in what becomes of it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({ @JsonSubTypes.Type(value = Plan.StageFiles.class, name = "stage"),
        @JsonSubTypes.Type(value = Plan.TestSuite.class, name = "suite"),
        @JsonSubTypes.Type(value = Plan.LedgerExport.class, name = "ledger"),
        @JsonSubTypes.Type(value = Plan.Alert.class, name = "alert") })
public sealed interface Plan {

    /** Unique among what one event brings. */
    String name();

    /** W&amp;B's artifact type, or {@code alert}. */
    String type();

    /** A version of an artifact. */
    sealed interface Artifact extends Plan {

        Label label();

        @Override
        default String name() {
            return label().name();
        }

        @Override
        default String type() {
            return label().type();
        }
    }

    /** What an attempt of a stage left behind. */
    @RegisterForReflection
    record StageFiles(Label label, List<Source> files) implements Artifact {

        public StageFiles {
            files = List.copyOf(files);
        }
    }

    /**
     * The cases that an attempt was tested with. Logged once in a project, then used by every run.
     *
     * @param digest of the cases, by which sandbox-service gives them out
     */
    @RegisterForReflection
    record TestSuite(Label label, String digest) implements Artifact {
    }

    /**
     * The submission's ledger, as review-service gives it out.
     *
     * @param until the event whose entry it must hold: entries are written after their events
     */
    @RegisterForReflection
    record LedgerExport(Label label, UUID until) implements Artifact {
    }

    /** A message to those whom the operator told W&amp;B to tell. Its texts are harmless already. */
    @RegisterForReflection
    record Alert(String title, String text, Level level) implements Plan {

        @Override
        public String name() {
            return "alert";
        }

        @Override
        public String type() {
            return "alert";
        }
    }

    /**
     * How W&amp;B shows an artifact.
     *
     * @param name of the collection, in W&amp;B's rules
     * @param aliases beside {@code latest}, which every version gets
     * @param metadata at most 100 members
     */
    @RegisterForReflection
    record Label(String name, String type, String description, List<String> aliases, Map<String, JsonNode> metadata) {

        public Label {
            aliases = List.copyOf(aliases);
            metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        }
    }

    /**
     * A file that one of our services serves.
     *
     * @param path in the artifact
     * @param name as the service calls it
     * @param url from an event: not to be trusted
     */
    @RegisterForReflection
    record Source(String path, String name, String digest, long size, URI url) {

        static Source of(ArtifactRef file) {
            return new Source(WandbNames.file(file.name()), file.name(), file.digest(), file.size(), file.url());
        }

        /** In a place of its own, beside another of the same name. */
        Source apart() {
            return new Source(WandbNames.file(digest + "-" + name), name, digest, size, url);
        }
    }
}
