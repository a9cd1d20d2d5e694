package dev.touchstone.sandbox.suite;

import java.util.List;
import java.util.stream.Collectors;

/** A suite as it was written down, after every rule was looked at: of one kind or the other, or wrong. */
sealed interface CheckedSuite {

    record Cases(Manifest manifest, Suite suite) implements CheckedSuite {
    }

    record Scenarios(Manifest manifest, ScenarioSuite suite) implements CheckedSuite {
    }

    /** @param faults all of them, unless there are very many */
    record Faulty(List<Fault> faults) implements CheckedSuite {

        private static final int SHOWN = 3;

        public Faulty {
            faults = List.copyOf(faults);
        }

        String inWords() {
            String first = faults.stream().limit(SHOWN).map(Fault::inWords).collect(Collectors.joining("; "));
            return faults.size() <= SHOWN ? first : first + "; and " + (faults.size() - SHOWN) + " faults more";
        }
    }
}
