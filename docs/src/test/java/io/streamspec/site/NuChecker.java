package io.streamspec.site;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker. It reads its schemas, which take longer than a page, once for all pages. */
final class NuChecker {

    private static final String SCHEMA = "http://s.validator.nu/html5-all.rnc"; // a name; the schema is in the library

    private final SimpleDocumentValidator validator = new SimpleDocumentValidator(true, false, true);
    private final List<String> remarks = new ArrayList<>();

    private NuChecker() throws Exception {
        validator.setUpMainSchema(SCHEMA, new SystemErrErrorHandler());
        validator.setUpValidatorAndParsers(new Collector(), false, false);
    }

    private static final class Shared {
        static final NuChecker CHECKER = make();

        private static NuChecker make() {
            try {
                return new NuChecker();
            } catch (Exception e) {
                throw new IllegalStateException("the checker's schema cannot be read", e);
            }
        }
    }

    /** What is to be remarked on {@code html}, errors and warnings, in order. */
    static synchronized List<String> remarks(String html) throws Exception {
        NuChecker checker = Shared.CHECKER;
        checker.remarks.clear();
        checker.validator.checkHtmlInputSource(new InputSource(new StringReader(html)));
        return List.copyOf(checker.remarks);
    }

    private final class Collector implements ErrorHandler {
        private void add(String kind, SAXParseException remark) {
            remarks.add(kind + ", line " + remark.getLineNumber() + ": " + remark.getMessage());
        }

        @Override
        public void warning(SAXParseException remark) {
            add("warning", remark);
        }

        @Override
        public void error(SAXParseException remark) {
            add("error", remark);
        }

        @Override
        public void fatalError(SAXParseException remark) {
            add("fatal", remark);
        }
    }
}
