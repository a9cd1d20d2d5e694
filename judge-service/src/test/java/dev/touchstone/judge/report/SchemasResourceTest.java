package dev.touchstone.judge.report;

import java.util.List;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.testing.SchemasKit;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class SchemasResourceTest extends SchemasKit {

    @Override
    protected List<String> names() {
        return SchemasResource.NAMES;
    }
}
