package dev.touchstone.submission.policy;

import java.util.List;

/** What the policy says of a round: one of the two automatic ends, or a person. */
public sealed interface Ruling {

    record Approve(List<String> reasons) implements Ruling {

        public Approve {
            reasons = List.copyOf(reasons);
        }
    }

    record Reject(List<String> reasons) implements Ruling {

        public Reject {
            reasons = List.copyOf(reasons);
        }
    }

    record AskPerson(String reason) implements Ruling {
    }
}
