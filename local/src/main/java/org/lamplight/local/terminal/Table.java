package org.lamplight.local.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows under a header, for people or as CSV.
 *
 * @param columns the header
 * @param rows the rows, each with a cell per column
 */
public record Table(List<Column> columns, List<List<String>> rows) {
    /**
     * A column.
     *
     * @param name its header
     * @param right whether its cells stand to the right, as numbers do
     */
    public record Column(String name, boolean right) {}

    /** Copies the lists. */
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Some of its columns, in this order. */
    public Table only(String... names) {
        List<Integer> chosen = Stream.of(names).map(this::indexOf).toList();
        return new Table(
                chosen.stream().map(columns::get).toList(),
                rows.stream().map(row -> chosen.stream().map(row::get).toList()).toList());
    }

    private int indexOf(String name) {
        List<String> names = columns.stream().map(Column::name).toList();
        if (!names.contains(name)) {
            throw new IllegalArgumentException("There is no column " + name + " in " + names + ".");
        }
        return names.indexOf(name);
    }

    /** Columns as wide as their widest cell. */
    public List<String> lines() {
        int[] widths = columns.stream().mapToInt(column -> width(column.name())).toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(columns.stream().map(Column::name).toList(), widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    /** Prints the table for people. */
    public void print(PrintWriter out) {
        lines().forEach(out::println);
        out.flush();
    }

    /** Prints the table as CSV (RFC 4180). */
    public void printCsv(PrintWriter out) {
        out.print(csv(columns.stream().map(Column::name).toList()));
        rows.forEach(row -> out.print(csv(row)));
        out.flush();
    }

    /** Prints the table as one of Markdown. */
    public void printMarkdown(PrintWriter out) {
        out.println(markdown(columns.stream().map(Column::name).toList()));
        out.println("|" + "---|".repeat(columns.size()));
        rows.forEach(row -> out.println(markdown(row)));
        out.flush();
    }

    private static String markdown(List<String> cells) {
        return "| "
                + String.join(
                        " | ",
                        cells.stream().map(cell -> cell.replace("|", "\\|")).toList()) + " |";
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - width(cells.get(i)));
            line.append(i == 0 ? "" : "  ");
            line.append(columns.get(i).right() ? padding + cells.get(i) : cells.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private static String csv(List<String> cells) {
        return String.join(",", cells.stream().map(Table::quote).toList()) + "\r\n";
    }

    private static String quote(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
