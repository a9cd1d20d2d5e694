package dev.touchstone.events;

import java.util.List;

/** What reading somebody's wish for another LLM comes to. */
public sealed interface LlmSettingsReading {

    record Usable(LlmSettings settings) implements LlmSettingsReading {
    }

    record Refused(List<Fault> faults) implements LlmSettingsReading {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * @param pointer JSON pointer (RFC 6901) within the settings; empty for the whole
     * @param detail for people; never repeats a value
     */
    record Fault(String pointer, String detail) {
    }
}
