package org.lamplight.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** A row of JSON Lines. Names are paths, parts joined by dots; a number stays a number, blank becomes null. */
record JsonFields(ObjectNode root) implements Fields {
    @Override
    public String get(String name) {
        return parent(name).path(leaf(name)).asText();
    }

    @Override
    public JsonFields set(String name, String value) {
        ObjectNode parent = parent(name);
        if (value.isEmpty()) {
            parent.putNull(leaf(name));
        } else if (parent.path(leaf(name)).isNumber()) {
            parent.put(leaf(name), new BigDecimal(value));
        } else {
            parent.put(leaf(name), value);
        }
        return this;
    }

    @Override
    public JsonFields copy() {
        return new JsonFields(root.deepCopy());
    }

    @Override
    public String line() {
        return root.toString();
    }

    private ObjectNode parent(String name) {
        JsonNode node = root;
        for (int from = 0, dot = name.indexOf('.'); dot >= 0; from = dot + 1, dot = name.indexOf('.', from)) {
            node = node.path(name.substring(from, dot));
        }
        return (ObjectNode) node;
    }

    private static String leaf(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
