package dev.touchstone.events.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What everybody may read of the files' schemas. A service's test inherits it as a {@code @QuarkusTest}. */
public abstract class SchemasKit {

    /** In the order in which they are listed. */
    protected abstract List<String> names();

    @Test
    void everySchemaThatIsNamedIsServedToAnybody() {
        given().get("/schemas").then().statusCode(200).body("", equalTo(names()));
        names().forEach(name -> given().get("/schemas/" + name).then().statusCode(200)
                .contentType("application/schema+json")
                .body("'$schema'", equalTo("https://json-schema.org/draft/2020-12/schema")));
    }

    @Test
    void whatIsNoSchemaIsNotFound() {
        given().get("/schemas/application").then().statusCode(404);
        given().get("/schemas/..%2Fapplication").then().statusCode(404);
    }
}
