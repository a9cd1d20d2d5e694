package dev.touchstone.events;

import java.net.URI;
import java.util.Arrays;
import java.util.UUID;

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
     * @param url of the run's page; null as long as there is none
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RunStateChanged(RunState state, String reason, @Nullable URI url) implements RecordStatement {
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
}
