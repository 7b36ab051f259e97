package org.lamplight.reporting.http;

/** Pages that need no JavaScript. */
public final class Html {
    private final StringBuilder page = new StringBuilder();

    private Html() {}

    /** A page with a title, which is also its heading. */
    public static Html page(String title) {
        Html html = new Html();
        html.page
                .append("""
                <!DOCTYPE html>
                <html lang="en-GB" class="govuk-template">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>""")
                .append(escape(title))
                .append("""
                 – Lamplight</title>
                <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/assets/lamplight.css">
                </head>
                <body class="govuk-template__body">
                <a href="#main" class="govuk-skip-link">Skip to main content</a>
                <header><div class="govuk-service-navigation"><div class="wide"><div class="govuk-service-navigation__container">\
                <span class="govuk-service-navigation__service-name">\
                <a class="govuk-service-navigation__link" href="/">Lamplight</a></span></div></div></div></header>
                <div class="wide"><main id="main" class="govuk-main-wrapper">
                <h1 class="govuk-heading-l">""")
                .append(escape(title))
                .append("</h1>\n");
        return html;
    }

    /** Adds markup. */
    public Html add(String markup) {
        page.append(markup);
        return this;
    }

    /** Adds a text. */
    public Html text(Object text) {
        page.append(escape(String.valueOf(text)));
        return this;
    }

    /** The whole page. */
    public String end() {
        return page.append("</main></div>\n</body>\n</html>\n").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
