package dev.touchstone.sandbox.suite;

import java.util.List;

/**
 * The cases of all suites that a deployment asks. Each case is called {@code suite/case} here, so that no two suites' cases can
 * be taken for one another and a second suite gives no case another name.
 */
public record CasePool(List<Suite.Id> suites, List<SuiteCase> cases) {

    public CasePool {
        suites = List.copyOf(suites);
        cases = List.copyOf(cases);
    }

    /**
     * @throws IllegalArgumentException if two suites have one name, or there is none
     */
    public static CasePool of(List<Suite> suites) {
        if (suites.isEmpty() || suites.stream().map(suite -> suite.id().name()).distinct().count() < suites.size()) {
            throw new IllegalArgumentException("A pool has suites, each of another name");
        }
        return new CasePool(suites.stream().map(Suite::id).toList(), suites.stream().flatMap(suite -> suite.cases().stream()
                .map(each -> each.withId(suite.id().name() + "/" + each.id()))).toList());
    }
}
