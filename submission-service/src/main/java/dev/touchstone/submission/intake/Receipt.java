package dev.touchstone.submission.intake;

import java.util.List;

import dev.touchstone.submission.Dossier;
import dev.touchstone.submission.Submission;

/** What became of a submission that is not refused. */
sealed interface Receipt {

    record Accepted(Dossier dossier, List<String> warnings) implements Receipt {

        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /** It was accepted before. */
    record Repeated(Submission first) implements Receipt {
    }
}
