package dev.mailcheck.render;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** Markup as a strict parser sees it. */
record Xml(Document document) {
    static Xml parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(
                    "http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setAttribute("jdk.xml.maxGeneralEntitySizeLimit", "0");
            factory.setAttribute("jdk.xml.totalEntitySizeLimit", "0");
            return new Xml(
                    factory.newDocumentBuilder().parse(new InputSource(new StringReader(text))));
        } catch (ParserConfigurationException | SAXException | IOException malformed) {
            throw new AssertionError("not well-formed: " + malformed.getMessage(), malformed);
        }
    }

    List<Element> elements(String name) {
        List<Element> elements = new ArrayList<>();
        NodeList found = document.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** Every element with the names of its attributes, in order: the page without its words. */
    List<String> skeleton() {
        return elements("*").stream().map(Xml::shape).toList();
    }

    private static String shape(Element element) {
        List<String> names = new ArrayList<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            names.add(attributes.item(i).getNodeName());
        }
        return element.getTagName() + names;
    }

    /** All texts and attribute values, but for the style sheet. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        collect(document.getDocumentElement(), words);
        return words;
    }

    private static void collect(Node node, List<String> words) {
        if (node instanceof Element element) {
            if (element.getTagName().equals("style")) {
                return;
            }
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                words.add(attributes.item(i).getNodeValue());
            }
        } else {
            words.add(node.getNodeValue());
        }
        NodeList children = node.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            collect(children.item(i), words);
        }
    }
}
