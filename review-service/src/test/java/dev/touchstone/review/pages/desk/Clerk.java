package dev.touchstone.review.pages.desk;

import static dev.touchstone.review.KnownKeys.as;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Works the forms of a review's first page as somebody with a browser without script does. */
record Clerk(String key, UUID submissionId) {

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    String path() {
        return "/submissions/" + submissionId;
    }

    ValidatableResponse look() {
        return look("");
    }

    ValidatableResponse look(String query) {
        return browser().get(path() + query).then();
    }

    /** Opens the page, fills a form in, and presses its button. */
    ValidatableResponse fill(String form, Map<String, String> fields) {
        return send(form, with(hidden(look().extract().asString(), form), fields));
    }

    /** The same, and confirms. */
    ValidatableResponse settle(String form, Map<String, String> fields) {
        return press("confirm", form, fill(form, fields).statusCode(200));
    }

    /** Presses a button of the page that asks for a confirmation. */
    ValidatableResponse press(String button, String form, ValidatableResponse confirmation) {
        return send(form, with(hidden(confirmation.extract().asString(), form), Map.of("press", button)));
    }

    ValidatableResponse send(String form, Map<String, String> fields) {
        return browser().header("Sec-Fetch-Site", "same-origin").contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields).post(path() + "/" + form).then();
    }

    RequestSpecification browser() {
        return as(key).accept("text/html").redirects().follow(false);
    }

    /** What a form holds that nobody sees. */
    Map<String, String> hidden(String html, String form) {
        int begin = html.indexOf("action=\"" + path() + "/" + form + "\"");
        Map<String, String> fields = new LinkedHashMap<>();
        if (begin >= 0) {
            Matcher hidden = HIDDEN.matcher(html.substring(begin, html.indexOf("</form>", begin)));
            while (hidden.find()) {
                fields.put(hidden.group(1), plain(hidden.group(2)));
            }
        }
        return fields;
    }

    static Map<String, String> with(Map<String, String> fields, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putAll(more);
        return all;
    }

    private static String plain(String escaped) {
        return escaped.replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
