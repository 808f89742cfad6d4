import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateExceptionHandler;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {"model": {...}, "templates": [...]} and writes [[output, error], ...] for each number format. */
public class Render {
    public static void main(String[] arguments) throws Exception {
        String input = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        Map<?, ?> request = (Map<?, ?>) new Json(input).value();
        StringBuilder output = new StringBuilder("[");
        for (Object template : (List<?>) request.get("templates")) {
            if (output.length() > 1) output.append(",\n");
            output.append("[");
            output.append(render((String) template, request.get("model"), "computer")).append(",");
            output.append(render((String) template, request.get("model"), "number")).append("]");
        }
        System.out.write((output + "]\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    static String render(String source, Object model, String numbers) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_0);
        configuration.setLocale(Locale.US);
        configuration.setNumberFormat(numbers);
        configuration.setOutputEncoding("UTF-8");
        configuration.setLogTemplateExceptions(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        try {
            StringWriter writer = new StringWriter();
            new Template("case", new StringReader(source), configuration).process(model, writer);
            return "[" + quoted(writer.toString()) + ",null]";
        } catch (Exception error) {
            String message = String.valueOf(error.getMessage());
            return "[null," + quoted(error.getClass().getSimpleName() + ": " + message.split("\n----")[0]) + "]";
        }
    }

    static String quoted(String text) {
        StringBuilder result = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            boolean plain = c >= ' ' && c < 127 && c != '"' && c != '\\';
            result.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return result.append('"').toString();
    }

    /** A small parser of valid JSON. */
    static class Json {
        final String text;
        int place = 0;

        Json(String text) {
            this.text = text;
        }

        Object value() {
            skip();
            char c = text.charAt(place);
            if (c == '{') return object();
            if (c == '[') return array();
            if (c == '"') return string();
            int start = place;
            while (place < text.length() && ",]} \n".indexOf(text.charAt(place)) < 0) place++;
            String word = text.substring(start, place);
            if (word.equals("null")) return null;
            if (word.equals("true") || word.equals("false")) return Boolean.valueOf(word);
            if (word.matches("-?\\d{1,9}")) return Integer.valueOf(word);
            return word.matches("-?\\d+") ? (Object) new BigInteger(word) : Double.valueOf(word);
        }

        Map<String, Object> object() {
            Map<String, Object> result = new LinkedHashMap<>();
            place++;
            for (skip(); text.charAt(place) != '}'; skip()) {
                String name = string();
                skip();
                place++;
                result.put(name, value());
                skip();
                if (text.charAt(place) == ',') place++;
            }
            place++;
            return result;
        }

        List<Object> array() {
            List<Object> result = new ArrayList<>();
            place++;
            for (skip(); text.charAt(place) != ']'; skip()) {
                result.add(value());
                skip();
                if (text.charAt(place) == ',') place++;
            }
            place++;
            return result;
        }

        String string() {
            StringBuilder result = new StringBuilder();
            for (place++; text.charAt(place) != '"'; place++) {
                char c = text.charAt(place);
                if (c == '\\') {
                    place++;
                    c = text.charAt(place);
                    int known = "nrtbf".indexOf(c);
                    if (known >= 0) c = "\n\r\t\b\f".charAt(known);
                    if (c == 'u' && known < 0) {
                        c = (char) Integer.parseInt(text.substring(place + 1, place + 5), 16);
                        place += 4;
                    }
                }
                result.append(c);
            }
            place++;
            return result.toString();
        }

        void skip() {
            while (place < text.length() && " \n\t\r".indexOf(text.charAt(place)) >= 0) place++;
        }
    }
}
