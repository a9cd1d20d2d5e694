package dev.touchstone.events;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Said about the record that a review leaves behind, not about the review: these never enter the ledger. */
@RegisterForReflection(registerFullHierarchy = true)
public sealed interface RecordStatement extends EventBody {

    /**
     * An entry was appended to the ledger.
     *
     * @param index of the leaf, from 0
     * @param leafHash RFC 6962 leaf hash, 64 lower-case hexadecimal digits
     * @param eventId the stage event that the entry records
     */
    @RegisterForReflection
    record LedgerAppended(long index, String leafHash, UUID eventId) implements RecordStatement {
    }

    /**
     * Whether the W&amp;B run can be written now.
     *
     * @param cause of the state; null where an older version spoke, which told none, or a newer one, with a cause of its own
     * @param reason for people
     * @param url of the run's page; null as long as there is none
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RunStateChanged(RunState state, @Nullable RunStateCause cause, String reason, @Nullable URI url)
            implements
                RecordStatement {
    }

    /** W&amp;B would not give the run its id, which a deleted run had, and has it under another. */
    @RegisterForReflection
    record RunAliased(String alias, String reason) implements RecordStatement {

        /**
         * @throws IllegalArgumentException if the alias could not be the id of a run
         */
        public RunAliased {
            WandbRun.requireId(alias, "alias");
        }
    }

    /** Somebody pressed stop on the run's page. The review goes on, and its record too. */
    @RegisterForReflection
    record RunStopped() implements RecordStatement {
    }

    /**
     * W&amp;B has an artifact of the run.
     *
     * @param name as W&amp;B knows it, without a version
     * @param type as {@code security}, {@code ledger}, {@code dataset}
     * @param digest of W&amp;B's manifest: an MD5, 32 lower-case hexadecimal digits
     * @param artifactId W&amp;B's own id; null where it was written to a directory that somebody uploads
     * @param contents which of our files it holds, by their digests, as {@link ArtifactRef#digest}
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ArtifactLogged(String name, String type, String digest, @Nullable String artifactId, List<String> contents)
            implements
                RecordStatement {

        private static final Pattern MANIFEST_DIGEST = Pattern.compile("[0-9a-f]{32}");

        /**
         * @throws IllegalArgumentException if a digest has another form
         */
        public ArtifactLogged {
            if (!MANIFEST_DIGEST.matcher(digest).matches()) {
                throw new IllegalArgumentException("The digest of a manifest is 32 lower-case hexadecimal digits");
            }
            contents = List.copyOf(contents);
            if (!contents.stream().allMatch(ArtifactRef.DIGEST.asMatchPredicate())) {
                throw new IllegalArgumentException("Contents are named by sha256: and 64 lower-case hexadecimal digits");
            }
        }
    }

    /** W&amp;B will not have this artifact of the run: not for now, but for good. */
    @RegisterForReflection
    record ArtifactNotLogged(String name, String type, String reason) implements RecordStatement {
    }

    /** How a run is kept: live, late, or in a directory that somebody uploads. */
    enum RunState {

        ONLINE("online"),
        CATCHING_UP("catching-up"),
        OFFLINE("offline");

        private final String key;

        RunState(String key) {
            this.key = key;
        }

        @JsonValue
        public String key() {
            return key;
        }

        @JsonCreator
        public static RunState of(String key) {
            return Arrays.stream(values()).filter(state -> state.key.equals(key)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no run state '" + key + "'"));
        }
    }

    /** Why a run is kept as it is. */
    enum RunStateCause {

        /** W&amp;B takes what it is sent. */
        REACHABLE("reachable"),
        /** No answer, or none that comes from W&amp;B. */
        UNREACHABLE("unreachable"),
        /** W&amp;B asks for a pause. */
        RATE_LIMITED("rate-limited"),
        /** W&amp;B does not know the key (401). */
        KEY_REFUSED("key-refused"),
        /** The key's owner may not write to the project (403). */
        NOT_PERMITTED("not-permitted"),
        /** W&amp;B will not have what it is sent, and trying again changes nothing. */
        REFUSED("refused"),
        /** Somebody else writes to the run. */
        CONFLICT("conflict"),
        /** The operator has given no key. */
        NO_KEY("no-key"),
        /** The run belongs to a server for which the operator's key is not meant. */
        OTHER_SERVER("other-server"),
        /** The run's directory cannot be written. */
        UNWRITABLE("unwritable"),
        /** W&amp;B answers again, and what had waited is being sent. */
        BEHIND("behind");

        private final String key;

        RunStateCause(String key) {
            this.key = key;
        }

        @JsonValue
        public String key() {
            return key;
        }

        /** Null where a newer version knows a cause that this one does not: a state is worth telling without it. */
        @JsonCreator
        public static @Nullable RunStateCause of(String key) {
            return Arrays.stream(values()).filter(cause -> cause.key.equals(key)).findFirst().orElse(null);
        }
    }
}
