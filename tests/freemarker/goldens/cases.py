"""The templates that the real engine judges, and the variables that they read."""

from __future__ import annotations

from typing import Any

MODEL: dict[str, Any] = {
    "name": "web",
    "title": "Hello wide World",
    "mixed": "  padded\ttext \n",
    "empty": "",
    "special": "<a href=\"x\">Tom & 'Jerry'</a>",
    "control": "a\\b\n\t\u0001\u007f\u2028é]]>--><!x</y",
    "unicode": "größe ÄÖ ß",
    "path": "a b/c?d=é&e!~*'()_-.",
    "port": 8080,
    "big": 123456789012345678901234567890,
    "million": 1000000,
    "negative": -1234567,
    "zero": 0,
    "rate": 0.5,
    "ratio": 1234.56789,
    "whole": 2.0,
    "huge": 1e20,
    "tiny": 0.0000001,
    "tie": 1.0005,
    "text_number": "17.50",
    "debug": True,
    "quiet": False,
    "nothing": None,
    "hosts": ["a", "b", "c"],
    "numbers": [3, 1, 2],
    "one": ["only"],
    "none": [],
    "names": ["web-2", "Web1", "web 10", "db", "Zoo", "apple", "_x", "a.b", "ab", "a-b", "B", "b", "A", "a"],
    "users": [{"name": "bob", "age": 7, "keys": ["k1", "k2"]}, {"name": "ann", "age": 30}],
    "db": {"host": "db-1", "pool": {"size": 5}, "ports": [1, 2]},
    "nohash": {},
    "gaps": ["x", None, "y"],
}

_EXPRESSIONS = r"""
name
port
big
million
negative
rate
ratio
whole
huge
tiny
tie
1234567.891
0.0005
0.00049
1.5e3
007
'it''s'
debug
debug?c
quiet?string
hosts
db
hosts[1]
hosts[3]
hosts[-1]
hosts['a']
db.host
db.pool.size
db['host']
db["pool"].size
db[name]
db[1]
name.length
name[0]
name[9]
name?length
nope
nope!'x'
nope!
nope!!name
nope!?size
(nope!)?size
(nope!)?join(',')
(nope!) + 'x'
(nope! == '')?c
nope!?first
nope!name
nope!other!'last'
empty!'x'
nothing!'x'
nothing
db.nope!'x'
db.nope.deeper!'x'
(db.nope.deeper)!'x'
(db.nope.deeper)!
nope.name!'x'
nope??
nope???c
(nope??)?c
name???string
(db.nope.deeper)???string
nope?has_content?c
(nope!'')?has_content?c
(name!'x')?length
nope!'a' + 'b'
name!'a' + 'b'
(name!'a') + 'b'
nope!1 + 2
(nope!1) + 2
nope!-1
nope!+1
nope!'a'?upper_case
nope!name?upper_case
nope![1,2]?size
nope!(1 + 1) * 3
(nope)!'x'
nope! 'x'
nope!'x' == 'x'
(nope!'x' == 'x')?c
(nope! == '')?c
(!quiet)?c
(!nope??)?c
!debug
(port == 8080)?c
(port = 8080.0)?c
(port != 8080)?c
(port == '8080')?c
(name == 'web')?c
(name == 'Web')?c
(debug == true)?c
(debug != quiet)?c
(debug lt quiet)?c
(name lt 'x')?c
(hosts == hosts)?c
(db == db)?c
(port > 80)?c
(port >= 8080)?c
(port < 80)?c
(port <= 80)?c
(port gt 80)?c
(port gte 80)?c
(port lt 80)?c
(port lte 80)?c
port > 80
(0.1 + 0.2 == 0.3)?c
(rate == 0.5)?c
(1 < 2 && 2 < 3)?c
(1 < 2 || nope)?c
(1 > 2 && nope)?c
(debug && name)?c
(debug & quiet | debug)?c
(1 == 1 == true)?c
(1 == 1 && 2 != 3)?c
(debug == 2 lt 3)?c
(1 lt 2 lt 3)?c
1 + 2
1 + 2 * 3
(1 + 2) * 3
7 / 2
1 / 3
2 / 3
10 / 5
-7 / 2
7 % 3
-7 % 3
7.9 % 3
7 % 0
1 / 0
port / 80
port * 1000
port - 1
port-1
port -1
-port
+port
- - 3
1 - -1
0.1 * 0.1
1.23456789 * 1.23456789
'a' - 'b'
'a' * 2
'a' + 1
1 + 'a'
1 + 2 + 'a'
'a' + 1 + 2
'port ' + port
port + ''
'a' + true
'a' + nope
nope + 'a'
'a' + hosts
hosts + 'a'
(hosts + numbers)?size
(hosts + ['d'])?join(',')
(db + {'host': 'other'}).host
(db + {'host': 'other'})?size
db + 1
1 + hosts
"a'b"
'a"b'
'a\'b'
"a\"b"
'a\\b'
'a\nb\tc\rd'
'a\x41b\x00e9'
'\l\g\a'
'\q'
'$\{name}'
'a\{b'
r'a\nb'
r"${name}"
'${name}!'
"x ${name} y ${port} z"
"${name + '!'}"
"${nope}"
"${nope!'d'}"
"${debug}"
"$name {name} ${name"
"#{port}"
"${'${name}'}"
"a}b"
'{' + "}"
[1, 2, 3]?size
[]?size
[1, 'a', true]?first
[1, [2, 3]][1][0]
['a', 'b',]?size
{'a': 1}.a
{'a': 1, 'b': 2}?size
{}?size
{'a': 1}['a']
{name: 'v'}.web
{'a': {'b': 'c'}}.a.b
{'a': 1}?keys?join(',')
{'a': 1, 'b': 2}?values?join(',')
{1: 2}?size
(1..3)?join(',')
(3..1)?join(',')
(1..<3)?join(',')
(1..!3)?join(',')
(1..*3)?join(',')
(1..*-2)?join(',')
(1..<1)?size
1..3?size
(1..3)[1]
(1..)?size
hosts[0..1]?join(',')
hosts[1..]?join(',')
hosts[0..<2]?join(',')
hosts[1..*5]?join(',')
hosts[3..]?size
hosts[4..]?size
hosts[2..0]?join(',')
hosts[0..5]?join(',')
hosts[3..<3]?size
hosts[9..<9]?size
hosts[-1..1]?size
hosts[1..*-1]?join(',')
hosts[1..*-5]?join(',')
name[0..1]
name[1..]
name[0..<2]
name[1..*9]
name[3..]
name[4..]
name[2..0]
name[1..0]
name[0..9]
name[0..*0] + 'x'
port[0]
name(1)
name.toString()
hosts?size()
.now
.vars.name
.data_model.name
.version
name?upper_case
name ? upper_case
name?nope_built_in
true
false
true?string
lt
gt
name-x
odd\-key
(name)
((name))
(name
name)
name name
name.
name[
name[]
'abc
1.
.5
1.5.
name?
nope?
name!!
a.b.c
name?upperCase
name as x
name; x
name, x
[1, 2
{'a' 1}
{'a': }
name = 'web'
x ? y : z
!name
!!debug
(!!debug)?c
&amp;
@name
name::x
null
in
as
using
true.x
""
''
\n
\x
"""

_BUILT_INS = r"""
port?c
ratio?c
whole?c
huge?c
tiny?c
tie?c
big?c
negative?c
rate?c
(1/3)?c
debug?c
name?c
nope?c
hosts?c
port?string
ratio?string
rate?string
whole?string
debug?string
debug?string('yes', 'no')
quiet?string('yes', 'no')
debug?string('yes')
debug?string('yes', nope)
name?string
hosts?string
ratio?string('0')
0.4?string('#')
0.4?string('.##')
12?string('.##')
million?string(',###')
million?string('#,####')
ratio?string('0.0#')
negative?string('00.0%')
2.5?string('0')
3.5?string('0')
port?string('x')
port?string('')
ratio?string('0.00')
ratio?string('0.##')
whole?string('0.00')
whole?string('0.##')
port?string('000000')
port?string('#,##0')
million?string('#,##0.00')
rate?string('#.##')
negative?string('0.0')
negative?string('#,##0')
ratio?string.computer
ratio?string.number
million?string.number
million?string['0']
rate?string.percent
rate?string('percent')
rate?string('0%')
million?string('currency')
port?string("'x'0")
'12'?number + 1
text_number?number
'abc'?number
' 12 '?number
'1e3'?number
'-5'?number
port?number
''?number
'0x10'?number
'1,000'?number
hosts?size
none?size
db?size
nohash?size
name?size
port?size
name?length
unicode?length
port?length
debug?length
hosts?length
unicode?upper_case
unicode?lower_case
title?upper_case
title?lower_case
port?upper_case
debug?upper_case
nope?upper_case
title?uncap_first
name?cap_first
'  web two'?cap_first
'  Web'?uncap_first
''?cap_first
'hELLO wIDE  world'?capitalize
'a-b c_d'?capitalize
'[' + mixed?trim + ']'
'[' + '\x00A0x\x00A0'?trim + ']'
title?replace('l', 'L')
title?replace('l', 'L', 'f')
title?replace('L', '_', 'i')
title?replace('H', 'x', 'if')
title?replace('', '-')
title?replace('l+', 'L', 'r')
title?replace('l', '')
title?replace('zzz', 'x')
title?replace('l')
title?replace(1, 2)
port?replace('8', '9')
'aaa'?replace('aa', 'b')
'a,b,,c'?split(',')?join('|')
'a,b,,c'?split(',')?size
','?split(',')?size
''?split(',')?size
'abc'?split('')?size
'aXbxc'?split('x', 'i')?join('|')
'a1b'?split('[0-9]', 'r')?join('|')
'a, b'?split(', ')?join('|')
'abc'?split('abc')?size
hosts?join(', ')
hosts?join(',', 'none')
none?join(',', 'none')
hosts?join(',', '', '.')
none?join(',', '', '.')
numbers?join('+')
[1000, 2.5]?join(' ')
[true]?join(',')
users?join(',')
gaps?join(',')
name?join(',')
hosts?join
title?contains('wide')?c
title?contains('zzz')?c
title?contains('')?c
port?contains('8')?c
hosts?contains('a')?c
title?starts_with('Hello')?c
title?starts_with('hello')?c
title?ends_with('World')?c
title?ends_with('x')?c
title?index_of('l')
title?index_of('l', 3)
title?index_of('l', 4)
title?index_of('zzz')
title?index_of('l', -5)
title?index_of('l', 99)
title?last_index_of('l')
title?last_index_of('l', 5)
title?last_index_of('zzz')
title?last_index_of('l', -1)
title?substring(6)
title?substring(6, 10)
title?substring(0)
title?substring(16) + '.'
title?substring(17)
title?substring(5, 2)
title?substring(-1)
title?substring(0, 99)
name?left_pad(6)
name?left_pad(6, '0')
name?left_pad(8, 'ab')
name?left_pad(2)
name?left_pad(-1)
name?left_pad(6, '')
port?left_pad(6, '0')
name?right_pad(6) + '.'
name?right_pad(6, '0')
name?right_pad(8, 'ab')
name?right_pad(7, 'abc')
name?right_pad(2)
special?html
special?xml
special?xhtml
special?rtf
control?html
path?url
path?url_path
path?url('UTF-8')
path?url('ISO-8859-1')
unicode?url
port?url
million?url
special?url
''?url
debug?url
control?j_string
control?js_string
control?json_string
special?j_string
special?js_string
special?json_string
'>'?js_string
'->'?js_string
'-->'?json_string
']]>'?json_string
'a>'?js_string
'</'?js_string
'/a'?js_string
'a/b'?js_string
'<'?js_string
'<a'?js_string
'<!'?json_string
'<?'?json_string
unicode?js_string
db?keys?join(',')
nohash?keys?size
hosts?keys
db?values?size
hosts?first
hosts?last
none?first
none?last!'none'
none?first!'none'
name?first
numbers?sort?join(',')
hosts?reverse?join(',')
names?sort?join(',')
names?sort?reverse?first
none?sort?size
[1, 'a']?sort?size
[true, false]?sort?size
users?sort
[0.5, 0.25]?sort?first
users?sort_by('name')?first.name
users?sort_by('age')?first.name
users?sort_by('nope')?first.name
users?sort_by(['age'])?first.name
db?sort
name?reverse
hosts?seq_contains('a')?c
hosts?seq_contains('z')?c
numbers?seq_contains(3)?c
numbers?seq_contains('3')?c
numbers?seq_contains(3.0)?c
name?seq_contains('w')?c
hosts?seq_index_of('b')
hosts?seq_index_of('z')
hosts?seq_index_of('b', 2)
hosts?seq_last_index_of('b')
hosts?seq_last_index_of('b', 0)
hosts?chunk(2)?size
hosts?chunk(2)?first?join(',')
hosts?chunk(2, '-')?last?join(',')
hosts?chunk(2)?last?size
none?chunk(2)?size
hosts?chunk(0)
hosts?chunk(-1)
numbers?min
numbers?max
none?min!'none'
none?max
[0.5, 0.25]?max
hosts?min
debug?then('a', 'b')
quiet?then('a', 'b')
debug?then('a', nope)
quiet?then(nope, 'b')
debug?then('a')
name?then('a', 'b')
nope?then('a', 'b')
name?switch('web', 1, 'db', 2)
name?switch('a', 1, 'db', 2, 3)
name?switch('a', 1, 'db', 2)
port?switch(80, 'a', 8080, 'b')
name?switch(1, 'a', 'b')
name?is_string?c
port?is_number?c
debug?is_boolean?c
hosts?is_sequence?c
hosts?is_enumerable?c
hosts?is_indexable?c
hosts?is_collection?c
db?is_hash?c
db?is_hash_ex?c
db?is_sequence?c
hosts?is_hash?c
name?is_number?c
name?is_boolean?c
name?is_sequence?c
name?is_hash?c
name?is_enumerable?c
port?is_string?c
db?keys?is_sequence?c
db?keys?is_collection?c
hosts[0..1]?is_sequence?c
nope?is_string?c
name?is_macro?c
name?is_method?c
name?is_directive?c
name?is_date?c
name?is_node?c
'1 + 1'?eval
'freemarker.template.utility.Execute'?new()
'2020-01-01'?date('yyyy-MM-dd')
'2020-01-01'?datetime('yyyy-MM-dd')
'10:00'?time('HH:mm')
'2020-01-01'?date.iso
port?number_to_date
'x'?interpret
'abc'?matches('a.c')?c
hosts?map(x -> x)?size
hosts?filter(x -> true)?size
hosts?api
name?iso_utc
name?node_name
name?ancestors
name?lower_abc
1?lower_abc
1?upper_abc
name?markup_string
name?esc
name?no_esc
name?groups
name?namespace
name?absolute_template_name
name?sequence
name?with_args([])
hosts?drop_while(x -> true)?size
hosts?take_while(x -> true)?size
hosts?remove_last
ratio?round
ratio?floor
ratio?ceiling
ratio?int
ratio?abs
(-2.5)?round
2.5?round
3.5?round
(-2.5)?floor
(-2.5)?ceiling
(-2.5)?int
(-2.5)?abs
negative?abs
name?round
port?long
port?byte
port?short
port?double
port?float
1.5?long
1.5?is_nan?c
port?is_infinite?c
'true'?boolean?c
'false'?boolean?c
'yes'?boolean?c
debug?boolean?c
title?keep_before(' ')
title?keep_before('zzz')
title?keep_before('L', 'i')
title?keep_before('[a-z]', 'r')
title?keep_before('')
title?keep_after(' ')
title?keep_after('zzz') + '.'
title?keep_after('L', 'i')
title?keep_after('')
title?keep_before_last(' ')
title?keep_before_last('zzz')
title?keep_after_last(' ')
title?keep_after_last('zzz')
title?remove_beginning('Hello ')
title?remove_beginning('x')
title?remove_ending(' World')
title?remove_ending('x')
title?ensure_starts_with('Hello')
title?ensure_starts_with('/')
title?ensure_starts_with('[A-Z]', '/')
title?ensure_ends_with('World')
title?ensure_ends_with('/')
mixed?word_list?join('|')
title?word_list?size
''?word_list?size
title?chop_linebreak
'a\n'?chop_linebreak + '.'
'a\r\n'?chop_linebreak + '.'
'a\n\n'?chop_linebreak + '.'
name?truncate(2)
title?truncate(10)
name?has_content?c
empty?has_content?c
none?has_content?c
nohash?has_content?c
zero?has_content?c
quiet?has_content?c
name?has_content
nope.x?has_content?c
(nope.x)?has_content?c
nope?exists?c
name?exists?c
nope?if_exists
nope?default('x')
name?default('x')
nope?default(other, 'x')
name?upper_case?lower_case?length
name?index
name?counter
name?has_next
"${name?upper_case}"
db.pool?keys?first
users[0].keys?join(',')
users?first.name
users?size?string
port?string?length
'0'?number?string
name?trim()
name?length(1)
name?left_pad
name?left_pad()
name?left_pad('x')
title?index_of()
title?replace()
port?c()
name?blank_to_null
name?trim_to_null
port?cn
"""

_LISTS = r"""
<#list hosts as host>${host_index}=${host}<#if host_has_next>, </#if></#list>
<#list hosts as host>${host?index}${host?counter}${host?has_next?c}${host?is_first?c}${host?is_last?c} </#list>
<#list hosts as host>${host?item_parity}${host?item_parity_cap}${host?is_even_item?c}${host?is_odd_item?c} </#list>
<#list hosts as host>${host?item_cycle('x', 'y')}</#list>
<#list hosts as host>${host}<#sep>, </#list>
<#list hosts as host>${host}<#sep>, </#sep>;</#list>
<#list hosts as host><#sep>${host},</#sep></#list>
<#list none as host>${host}<#else>empty</#list>
<#list hosts as host>${host}<#else>empty</#list>
<#list hosts as host>${host}<#sep>, <#else>empty</#list>
<#list hosts>[<#items as host>${host}<#sep>,</#items>]</#list>
<#list hosts>[<#items as host>${host}<#sep>,</#sep></#items>]<#else>empty</#list>
<#list none>[<#items as host>${host}</#items>]<#else>empty</#list>
<#list hosts>x</#list>
<#list hosts><#items as a>${a}</#items><#items as a>${a}</#items></#list>
<#list hosts as a><#items as b>${b}</#items></#list>
<#items as a>${a}</#items>
<#list hosts as host><#if host == 'b'><#break></#if>${host}</#list>
<#list hosts as host><#if host == 'b'><#continue></#if>${host}</#list>
<#list hosts as host>${host}<#if host == 'b'><#break></#if><#sep>,</#list>
<#list hosts as host>${host}<#if host == 'b'><#continue></#if><#sep>,</#list>
<#list hosts as a><#list numbers as b>${a}${b}<#if b == 1><#break></#if></#list>;</#list>
<#list hosts as a><#list numbers as b>${a?index}${b?index}<#sep>,</#list><#sep>;</#list>
<#list hosts as a><#list numbers as a>${a}</#list>${a}</#list>
<#break>
<#if debug><#break>x</#if>
<#continue>
<#sep>x
<#list hosts as host>${host}</#list>${host!'gone'}
<#list hosts as name>${name}</#list>${name}
<#list db as key, value>${key} </#list>
<#list db as key, value>${key}<#if value?is_string>=${value}</#if><#sep>, </#list>
<#list {'a': 1, 'b': 2} as k, v>${k}=${v}(${k?index}${k?has_next?c})<#sep>, </#list>
<#list {'a': 1} as k, v>${v?index}</#list>
<#list {'a': 1} as k, v>${k_index}</#list>
<#list nohash as k, v>x<#else>empty</#list>
<#list {'a': 1}><#items as k, v>${k}${v}</#items></#list>
<#list db as key>${key}</#list>
<#list hosts as a, b>${a}</#list>
<#list db?keys as key>${key} </#list>
<#list db?values as value>x</#list>
<#list name as x>${x}</#list>
<#list port as x>${x}</#list>
<#list nope as x>${x}</#list>
<#list nope![] as x>${x}</#list>
<#list nope!hosts as x>${x}</#list>
<#list (nope![]) as x>${x}<#else>e</#list>
<#list nothing![] as x>${x}</#list>
<#list nope! as x>${x}<#else>e</#list>
<#list nope! as k, v>${k}<#else>e</#list>
<#list (nope.deeper)! as x>${x}<#else>e</#list>
<#list 1..3 as x>${x}</#list>
<#list 1..<1 as x>${x}</#list>
<#list 3..1 as x>${x}</#list>
<#list 0..hosts?size-1 as x>${hosts[x]}</#list>
<#list 0..<hosts?size as x>${hosts[x]}</#list>
<#list 1.. as x>${x}<#if x == 3><#break></#if></#list>
<#list [1, 2] + [3] as x>${x}</#list>
<#list ['a', 'b'] as x>${x}</#list>
<#list users as user>${user.name}<#list (user.keys)![] as key>/${key}</#list> </#list>
<#list users as user>${user.name}<#list user.keys![] as key>/${key}</#list> </#list>
<#list users?sort_by('name') as user>${user.name} </#list>
<#list hosts?reverse as host>${host}</#list>
<#list hosts?chunk(2) as row><#list row as cell>${cell} </#list>|</#list>
<#list gaps as x>${x!'-'}</#list>
<#list gaps as x>${x}</#list>
<#list 'a,b'?split(',') as x>${x}.</#list>
<#list hosts as host >${host}</#list >
<#list hosts  as  host>${host}</#list>
<#list hosts as host/>
<#list hosts as 1></#list>
<#list hosts as></#list>
<#list as x></#list>
<#list hosts as x y></#list>
<#list hosts as x>
<#list hosts as x></#if>
</#list>
<#foreach x in hosts>${x}</#foreach>
<#list hosts as host><#assign last = host></#list>${last}
<#list hosts as x><#list x?split('') as y>${x?index}</#list></#list>
<#list hosts as x>${x?is_first?then('first', 'other')} </#list>
<#list hosts as x><#if x?is_last>last<#else>${x},</#if></#list>
<#list hosts as x><#if x_index gt 0>,</#if>${x}</#list>
<#list hosts as host><#else>a<#else>b</#list>
<#list hosts as x>${x?item_cycle()}</#list>
<#list hosts?filter(x -> x != 'a') as x>${x}</#list>
"""

_CONDITIONS = r"""
<#if debug>a</#if>
<#if quiet>a</#if>
<#if quiet>a<#else>b</#if>
<#if port == 80>a<#elseif nope??>b<#elseif (port > 8000)>c<#else>d</#if>
<#if port == 80>a<#elseif port == 81>b</#if>
<#if name>a</#if>
<#if 'true'>a</#if>
<#if port>a</#if>
<#if nope>a</#if>
<#if nope!false>a<#else>b</#if>
<#if nope!false || debug>a<#else>b</#if>
<#if (nope!false) || debug>a<#else>b</#if>
<#if debug!false && quiet>a<#else>b</#if>
<#if nope?? && nope == 1>a<#else>b</#if>
<#if name?? && name?has_content>a</#if>
<#if port gt 80>a</#if>
<#if port > 80>a</#if>
<#if (port > 80)>a</#if>
<#if (port >= 80)>a</#if>
<#if port >= 80>a</#if>
<#if port < 80>a<#else>b</#if>
<#if port <= 80>a<#else>b</#if>
<#if ((port > 80) && (port < 9000))>a</#if>
<#if name != '>'>x</#if>
<#if name == ")">x<#else>y</#if>
<#if hosts[(1 > 0)?then(0, 1)] == 'a'>x</#if>
<#if [1, 2]?size > 1>x</#if>
<#if {'a': 1 > 0}?size == 1>x</#if>
<#if debug/>
<#if debug >x</#if >
<#if  debug>x</#if>
<#if	debug>x</#if>
<#if(debug)>x</#if>
<#if!quiet>x</#if>
<#if>x</#if>
<#if debug>x
<#if debug>x</#list>
<#if debug>x<#else>y<#else>z</#if>
<#if debug>x<#else>y<#elseif quiet>z</#if>
<#if debug>x<#elseif>y</#if>
<#if quiet>x<#elseIf debug>y</#if>
<#if debug>x<#else >y</#if>
<#if debug>x<#else/>y</#if>
x</#if>
<#else>
<#elseif debug>
</#elseif>
</#else>
<#if debug></#else></#if>
<#if debug && !quiet>a</#if>
<#if !(debug && quiet)>a</#if>
<#if debug == true>a</#if>
<#if debug = true>a</#if>
<#if debug?string == 'true'>a</#if>
<#if hosts?seq_contains('a')>a</#if>
<#if "a" == 'a'>a</#if>
<#if debug><#if quiet>a<#else>b</#if></#if>
<#IF debug>x</#IF>
<# if debug>x</#if>
<#-- a --><#if debug>x</#if>
<#if debug <#-- comment --> >x</#if>
<#switch name><#case 'web'>a<#break><#case 'db'>b<#break><#default>c</#switch>
<#switch name><#case 'web'>a<#case 'db'>b<#default>c</#switch>
<#switch name><#case 'x'>a<#default>c</#switch>
<#switch name><#case 'x'>a<#break></#switch>
<#switch name><#default>c<#case 'web'>a</#switch>
<#switch name><#case 'db'>a<#default>c<#break><#case 'x'>d</#switch>
<#switch port><#case 80>a<#break><#case 8080>b<#break></#switch>
<#switch port><#case '8080'>b<#break></#switch>
<#switch debug><#case true>b<#break></#switch>
<#switch name></#switch>
<#switch name>text<#case 'web'>b</#switch>
<#switch name> <#case 'web'>b</#switch>
<#switch nope><#case 'web'>b<#default>d</#switch>
<#switch name><#case nope>b<#default>d</#switch>
<#switch name><#default>a<#default>b</#switch>
<#switch name><#case 'web'>b
<#case 'x'>
<#default>
<#list hosts as h><#switch h><#case 'b'><#break><#default>${h}</#switch></#list>
<#list hosts as h><#switch h><#case 'b'>${h}<#continue></#switch>,</#list>
<#switch name><#case 'web'><#if debug>a<#break></#if>b<#case 'x'>c</#switch>
"""

_ASSIGNMENTS = r"""
<#assign x = 1>${x}
<#assign x=1>${x + 1}
<#assign x = 'a' y = 'b'>${x}${y}
<#assign x = 'a', y = 'b'>${x}${y}
<#assign x>a ${name} b</#assign>${x}
<#assign x>${port}</#assign>${x?length}
<#assign x></#assign>[${x}]
<#assign x = 1><#assign x = x + 1>${x}
<#assign x = 1><#assign x += 2>${x}
<#assign x = 5><#assign x -= 2>${x}
<#assign x = 5><#assign x *= 2>${x}
<#assign x = 5><#assign x /= 2>${x}
<#assign x = 5><#assign x %= 2>${x}
<#assign x = 5><#assign x++>${x}
<#assign x = 5><#assign x-->${x}
<#assign x = 'a'><#assign x += 'b'>${x}
<#assign x += 1>${x}
<#assign name = 'other'>${name}
<#assign x = nope>${x}
<#assign x = nope!'d'>${x}
<#assign x = nothing!>[${x}]
<#assign x = hosts + ['d']>${x?join(',')}
<#assign x = {'a': 1}>${x.a}
<#assign x = debug>${x?c}
<#assign "x" = 1>${x}
<#assign 'odd-name' = 1>${.vars['odd-name']}
<#assign x = (port > 80)>${x?c}
<#assign x = port > 80>${x?c}
<#assign x = 1/>${x}
<#assign x = 1 />${x}
<#assign x>
<#assign x = >
<#assign = 1>
<#assign>
<#assign x y>
</#assign>
<#assign x = 1 in ns>
<#local x = 1>
<#global x = 1>${x}
<#if debug><#assign x = 1></#if>${x}
<#if quiet><#assign x = 1></#if>${x!'none'}
<#assign x = 0><#list numbers as n><#assign x = x + n></#list>${x}
<#list hosts as h><#assign h = 'x'>${h}</#list>${h}
<#assign x = []><#list hosts as h><#assign x = x + [h + h]></#list>${x?join(',')}
<#assign s = ''><#list hosts as h><#assign s = s + h></#list>${s}
<#assign x = 1 + 1 y = x>${y}
<#assign x = name?upper_case>${x}
<#assign x = "${name}-${port}">${x}
<#assign x = 1..3>${x?size}${x?join('')}
<#assign r = 0..1>${name[r]}
<#assign x = name == 'web'>${x?c}
<#assign x><#list hosts as h>${h}<#sep>,</#list></#assign>[${x}]
"""

_REJECTED = r"""
<#macro m>x</#macro>
<#macro m></#macro><@m/>
<#function f(x)><#return x></#function>
<#include 'other.ftl'>
<#import 'lib.ftl' as lib>
<#attempt>x<#recover>y</#attempt>
<#visit node>
<#recurse node>
<#fallback>
<#return>
<#return 1>
<#nested>
<#stop>
<#stop 'reason'>
<#flush>x
<#setting number_format='0.00'>${rate}
<#setting locale='de_DE'>x
<#escape x as x?html>${special}</#escape>
<#escape x as x?html><#noescape>${special}</#noescape></#escape>
<#outputformat 'HTML'>x</#outputformat>
<#autoesc>x</#autoesc>
<#noautoesc>x</#noautoesc>
<#transform x></#transform>
<#call m>
<#ftl>
<#ftl encoding='utf-8'>x
<#ftl strip_whitespace=false>x
<@m/>
<@m>x</@m>
</@m>
</@>
<@
a<@b.c d=1 />
<#foo>
</#foo>
<#foo
#{port}
#{port; m2M2}
#{
#{}
# {port}
$ {port}
[#if debug]x[/#if]
[=name]
<#comment>x</#comment>y
<#comment>x
<#noparse>${name} <#if></#noparse>${name}
<#noparse >${name}</#noparse >${name}
<#noparse>${name}
<#noparse></#noparse>x
</#noparse>
<#noparse><#-- a --></#noparse>
<#-- a ${nope} <#if> -->b
<#-- a -- b -->c
<#-- a > -->c
<#--a--><#--b-->c
<#-- a
<#--
<#---->x
<#--->x
-->
${
${}
${name
${ }
${name}}
${{'a': 1}.a}
${name!"}"}
${"}"}
${'{'}
$${name}
$$name
$
${name}${port}
\${name}
${r"${"}name}
${'$'}{name}
it's ${name}
a}b
<p>text</p>
<
<!-- ${name} -->
<#
<#1>
</#
</#if
<#if "
<#if (
${"
${(
${name ${name}}
a<#t>b
a<#lt>b
"""


def _lines(text: str) -> list[str]:
    return text.strip("\n").split("\n")


_SPACE = [
    "<#if debug>\nx\n</#if>\n",
    "  <#if debug>\n  x\n  </#if>\ny\n",
    "a\n  <#if debug>\n  x\n  </#if>\ny\n",
    "begin\n  <#list hosts as host>\nserver ${host}\n  </#list>\n<#-- a\ncomment -->\nend <#if debug>x</#if>\n",
    "a <#if debug>\nx\n</#if>\ny",
    "<#if debug> b\nx\n</#if> c\ny",
    "a\n<#if debug>\n\nx\n\n</#if>\n\ny",
    "a\n<#if debug><#if debug>\nx\n</#if></#if>\ny\n",
    "a\n <#if debug> <#if debug> \nx\n </#if> </#if> \ny\n",
    "a\n<#if debug>x</#if>\nb",
    "a\n<#if quiet>x</#if>\nb",
    "a\n<#if quiet></#if>\nb",
    "a\n  <#if debug></#if>  \nb",
    "a\n<#if debug>\n</#if>\nb",
    "a\n<#if debug>\n\n</#if>\nb",
    "a\n<#if debug>\nx\n<#else>\ny\n</#if>\nb",
    "a\n<#if quiet>\nx\n<#else>\ny\n</#if>\nb",
    "a\n<#if quiet>\nx\n  <#elseif debug>  \ny\n\t</#if>\t\nb",
    "a\r\n<#if debug>\r\nx\r\n</#if>\r\nb\r\n",
    "a\r\n  <#list hosts as h>  \r\n${h}\r\n  </#list>  \r\nb",
    "a\r<#if debug>\rx\r</#if>\rb",
    "a\n\r<#if debug>\n\rx\n\r</#if>\n\rb",
    "a\n\t<#if debug>\t\n\tx\n\t</#if>\n",
    "<#if debug>\nx</#if>",
    "<#if debug>x\n</#if>",
    "<#if debug>\nx\n</#if>",
    "  <#if debug>x</#if>  ",
    "\n<#if debug>x</#if>\n",
    "\n\n<#if debug>\nx\n</#if>\n\n",
    " \n<#if debug>\nx\n</#if>\n \n",
    "<#-- c -->\nx",
    "  <#-- c -->\nx",
    "  <#-- c -->  \nx",
    "x\n<#-- c -->",
    "x\n  <#-- c -->  ",
    "x <#-- c -->\ny",
    "x\n<#-- c --> y",
    "x <#-- c --> y",
    "<#-- a --> <#-- b -->\nx",
    "<#-- a --> x\n",
    "x\n<#-- a\nb -->\ny",
    "x\n  <#-- a\nb -->  \ny",
    "x <#-- a\nb -->\ny",
    "x\n<#-- a\nb --> y\nz",
    "${name}<#-- c -->\nx",
    "<#-- c -->${name}\nx",
    "${name} <#if debug>\nx\n</#if> ${name}\ny",
    "  ${name}  \n",
    "${name}\n${name}\n",
    "<#if debug>${name}\n</#if>\nx",
    "<#if debug>\n${name}</#if>\nx",
    "<#assign x = 1>\n${x}\n",
    "<#assign x = 1>\n<#assign y = 2>\n${x}${y}",
    "<#assign x = 1> <#assign y = 2> ${x}${y}",
    "<#assign x = 1>\n\n<#assign y = 2>\n\n${x}${y}",
    "\n<#assign x = 1>\n",
    "  <#assign x = 1>  \ny",
    "a <#assign x = 1>\ny",
    "a <#assign x = 1> <#assign y = 1> b",
    "<#if debug> <#assign x = 1> </#if>.",
    "<#if debug><#assign x = 1> <#assign x = 2></#if>.",
    "<#if debug><#-- c --> <#assign x = 2></#if>.",
    "${name}<#-- c --> <#assign x = 2>.",
    "<#assign x>\na\n</#assign>\n[${x}]",
    "  <#assign x>\n  a\n  </#assign>\n[${x}]",
    "<#assign x>a\n</#assign>[${x}]",
    "<#assign\n x = 1>\ny",
    "a\n<#noparse>\n${x}\n</#noparse>\nb",
    "a\n  <#noparse>\n  ${x}\n  </#noparse>\nb",
    "a\n<#noparse>${x}</#noparse>\nb",
    "a\n  <#noparse>  </#noparse>  \nb",
    "<#noparse>\n</#noparse>\n<#if debug>\nx\n</#if>",
    "a <#noparse>x\n</#noparse>\n<#if debug>\ny</#if>",
    "a\n<#if debug>\n<#noparse>\nx\n</#noparse>\n</#if>\nb",
    "<#noparse></#noparse>\nx",
    "  <#noparse>a</#noparse><#if debug>\nx</#if>",
    "<#list hosts as h>\n  ${h}\n</#list>\n",
    "<#list hosts as h>${h}\n</#list>",
    "<#list hosts as h> ${h} </#list>",
    "x <#list hosts as h>\n${h}\n</#list>\n",
    "<#list hosts as h>\n<#if h == 'b'>\n${h}\n</#if>\n</#list>\nend\n",
    "<#list hosts as h>\n  <#if h?is_first>\n  first\n  </#if>\n  ${h}<#sep>,\n</#list>\nend\n",
    "<#list hosts as h>\n${h}<#sep>,</#sep>\n</#list>\n",
    "<#list hosts as h>\n${h}\n<#sep>\n,\n</#sep>\n</#list>\n",
    "<#list hosts as h>\n${h}\n<#else>\nnone\n</#list>\n",
    "<#list none as h>\n${h}\n<#else>\nnone\n</#list>\n",
    "<#list hosts>\nbegin\n  <#items as h>\n  ${h}\n  </#items>\nend\n</#list>\nz",
    "<#list hosts as h>\n<#if h == 'b'><#break></#if>\n${h}\n</#list>\n",
    "<#list hosts as h>\n  <#break>\n</#list>\nx",
    "<#list hosts as h>\n  <#continue>\nx\n</#list>\nx",
    "<#switch name>\n  <#case 'web'>\n    a\n    <#break>\n  <#default>\n    b\n</#switch>\nx",
    "<#switch name>\n<#case 'x'>\na\n<#break>\n<#default>\nb\n</#switch>\nx\n",
    "<#switch name><#case 'web'>a<#break>\n</#switch>\nx\n",
    "a\n<#compress>\n  x   y\n\n\n  z  \n</#compress>\nb",
    "a <#compress>  x   y\n\n\n  z  </#compress> b",
    "<#compress>\na\t b\r\n\r\nc\n</#compress>",
    "<#compress></#compress>x",
    "<#compress>  </#compress>x",
    "<#compress>\n<#list hosts as h>\n  ${h}  x\n\n</#list>\n</#compress>\n",
    "<#compress>x",
    "a\n  <#if debug>x<#t>\n  </#if>y\n",
    "a\n  x<#t>\n  y\n",
    "a\n  x<#lt>\n  y\n",
    "a\n  x<#rt>\n  y\n",
    "a\n  <#nt>\n  y\n",
    "a\n  <#nt><#if debug>\n  y\n  </#if>\n",
    "  <#t>  \n  y",
    "  <#lt>x\n  y",
    "x  <#rt>  \n  y",
    "  <#t>${name}  \n  y",
    "  ${name}<#t>  \n  y",
    "  ${name}<#rt>  \n  y",
    "  ${name}<#lt>  \n  y",
    "a\n<#list hosts as h>\n  ${h}<#t>\n</#list>\nb",
    "a\n<#list hosts as h>\n  ${h}<#sep>,</#sep><#t>\n</#list>\n\nb",
    "a\n<#list hosts as h>\n  ${h}<#rt>\n</#list>\nb",
    "a\n<#list hosts as h>\n  <#lt>${h}\n</#list>\nb",
    "<#t>\n",
    "x<#t/>\ny",
    "x<#t >\ny",
    "x <#t> y <#t> z\nw",
    "x <#rt>\n  <#if debug>\n  y\n  </#if>",
    "<#if debug><#t>\n  x\n</#if><#t>\n  y",
    "x <#nt>\n<#if debug><#nt>\ny\n</#if><#nt>\n",
    "x<#rt>",
    "  x  <#rt>\n",
    "a\n<#if debug>\nx<#else>\ny</#if>\nb",
    "a\n<#if debug>b\n<#if debug>\nc\n</#if>d\n</#if>e\n",
    "a\n<#if\n  debug\n>\nx\n</#if>\nb",
    "a <#if\n  debug\n>\nx\n</#if>\nb",
    "a\n</#if\n>\n",
    "a\n<#if debug>\nx\n</#if\n>\nb",
    "a\n${\n name \n}\nb",
    "a ${name\n} b\n<#if debug>\nc</#if>",
    "<#if debug>\n${name\n}</#if>\nb",
    "${'a\nb'}\n<#if debug>\nx</#if>",
    "<#if debug>\u00a0\nx\u00a0\n</#if>\n",
    "a\n\u2003<#if debug>\u2003\nx\n</#if>",
    "\ufeff<#if debug>\nx\n</#if>",
    "a\n\f<#if debug>\f\nx\n</#if>",
    "a\n\x0b<#if debug>\x0b\nx\n</#if>",
    "server {\n<#list users as user>\n    user ${user.name};\n    <#if user.keys??>\n"
    "    <#list user.keys as key>\n        key ${key};\n    </#list>\n    </#if>\n</#list>\n}\n",
    "[main]\nport=${port?c}\n<#if debug>\nlog=debug\n<#else>\nlog=info\n</#if>\nhosts=<#list hosts as h>${h}"
    "<#if h_has_next>,</#if></#list>\n",
    "<#assign roles = ['a', 'b']>\n<#assign all = ''>\n<#list roles as r>\n  <#assign all = all + r + ' '>\n</#list>\n"
    "roles=${all?trim}\n",
]

CASES: list[str] = list(
    dict.fromkeys(
        [
            *("", " ", "\n", "  \n ", "${ name }", "<#if ", "<#if debug>${x upper}</#if>", "<#if quiet>${a b}</#if>"),
            *(f"${{{line}}}" for group in (_EXPRESSIONS, _BUILT_INS) for line in _lines(group)),
            *(line for group in (_LISTS, _CONDITIONS, _ASSIGNMENTS, _REJECTED) for line in _lines(group)),
            *_SPACE,
        ]
    )
)
