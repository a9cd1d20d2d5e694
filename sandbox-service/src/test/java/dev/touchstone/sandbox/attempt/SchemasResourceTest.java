package dev.touchstone.sandbox.attempt;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class SchemasResourceTest {

    @Test
    void everySchemaThatIsNamedIsServedToAnybody() {
        given().get("/schemas").then().statusCode(200).body("size()", is(SchemasResource.NAMES.size()));
        SchemasResource.NAMES.forEach(name -> given().get("/schemas/" + name).then().statusCode(200)
                .contentType("application/schema+json")
                .body("'$schema'", equalTo("https://json-schema.org/draft/2020-12/schema")));
    }

    @Test
    void whatIsNoSchemaIsNotFound() {
        given().get("/schemas/application").then().statusCode(404);
        given().get("/schemas/..%2Fapplication").then().statusCode(404);
    }
}
