package dev.touchstone.review.pages.charts;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What a tag has drawn, read as XML: so it is well-formed, too. */
record Markup(Document document) {

    static Markup of(String html) throws Exception {
        return new Markup(DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.replace("&nbsp;", " ")))));
    }

    List<Element> all(String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast).toList();
    }

    /** Those with the class among theirs. */
    List<Element> all(String name, String style) {
        return all(name).stream().filter(element -> List.of(element.getAttribute("class").split(" ")).contains(style)).toList();
    }

    String text() {
        return document.getDocumentElement().getTextContent().replaceAll("\\s+", " ");
    }

    List<String> cells() {
        return all("td").stream().map(Element::getTextContent).toList();
    }
}
