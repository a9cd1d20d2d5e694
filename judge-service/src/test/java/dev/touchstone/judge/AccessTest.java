package dev.touchstone.judge;

import java.util.Set;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.testing.AccessKit;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class AccessTest extends AccessKit {

    @Override
    protected Set<String> open() {
        return Set.of("GET /schemas", "GET /schemas/{name}");
    }
}
