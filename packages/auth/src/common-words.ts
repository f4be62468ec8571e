/** What people build passwords from, folded to lower case without accents: our own list, English and Spanish. */
export const commonWords: readonly string[] = `
password passwort contrasena clave secret secreto secure security segura seguridad login logon signin access acceso
admin administrator administrador root system sistema user usuario username guest invitado default change changeme
letmein opensesame welcome bienvenido bienvenida hello hola goodbye adios please porfavor thankyou gracias
iloveyou iloveu loveyou loveme lovely love amor teamo tequiero mivida corazon carino forever siempre always never
baby bebe babygirl babyboy angel angels angelito princess princesa prince principe queen reina king rey
mother madre mama mom father padre papa dad family familia brother hermano sister hermana friend amigo amiga
monkey dragon tiger tigre lion leon eagle aguila shark panther wolf lobo bear horse caballo dog perro cat gato puppy
kitty hamster rabbit conejo butterfly mariposa dolphin turtle spider phoenix unicorn pokemon pikachu charizard
sunshine sunny sun sol moon luna star stars estrella estrellas sky cielo heaven rainbow ocean playa beach flower flor
flowers flores rose rosa summer verano winter invierno spring primavera autumn otono fall
monday lunes tuesday martes wednesday miercoles thursday jueves friday viernes saturday sabado sunday domingo
january enero february febrero march marzo april abril may mayo june junio july julio august agosto september
septiembre october octubre november noviembre december diciembre today tomorrow year month
football futbol soccer baseball beisbol basketball hockey tennis golf boxing rugby cricket racing
barcelona madrid realmadrid liverpool arsenal chelsea manchester united juventus alianza universitario cristal boca
river yankees cowboys lakers steelers eagles packers
batman superman spiderman ironman wonderwoman avengers starwars starwar skywalker matrix naruto goku gandalf frodo
harrypotter mickey minnie mario zelda minecraft fortnite roblox counterstrike warcraft
master maestro boss jefe hunter ranger soldier warrior guerrero ninja samurai killer shadow sombra ghost magic mystic
merlin diamond diamante silver plata gold oro purple orange naranja yellow amarillo green verde blue azul black negro
white blanco red rojo pink
michael michelle jessica jennifer ashley amanda daniel daniela david diego carlos carolina maria mariana jose juan luis
pedro pablo miguel manuel antonio francisco fernando fernanda alejandro alejandra andrea andres jorge ricardo roberto
eduardo gabriel gabriela valentina sofia camila isabella lucia martin matthew joshua andrew anthony robert thomas
william charlie george jordan justin nicole hannah samantha elizabeth victoria alexander christian sebastian nicolas
america american usa england london paris mexico peru peruano lima arequipa cusco colombia argentina chile espana
spain brasil brazil canada miami newyork california texas europa europe latino mundo world
jesus jesuschrist christ cristo god dios bless blessed bendicion church iglesia faith esperanza hope heaven amen
money dinero dollar million millionaire rich lucky suerte success exito power winner freedom libertad peace paz
computer computadora internet google gmail hotmail yahoo facebook instagram whatsapp twitter youtube amazon apple
iphone android samsung windows microsoft linux server database office company empresa business work trabajo
school escuela college student estudiante teacher profesor
coffee cafe chocolate cookie cookies banana apple cheese queso pizza burger taco tacos burrito ceviche pollo chicken
sushi pasta beer cerveza wine vino pisco whiskey tequila vodka pepper pimienta sugar azucar candy dulce
restaurant restaurante ristorante kitchen cocina cook cocinero chef waiter waitress camarero mesero mozo cashier
cajero manager gerente owner dueno menu mesa table tables order orders pedido pedidos bar barra bistro pizzeria
cafeteria taqueria polleria cevicheria trattoria cantina delivery food comida dinner cena lunch almuerzo breakfast
restai demo test testing prueba temp temporal temporary sample example ejemplo qwerty azerty qwertz dvorak
trustno trust whatever nothing nada something everything todo killer asshole bitch fuck fuckyou mierda puta cabron
sexy beautiful hermosa bonita cool awesome super mega ultra fantastic perfect perfecto happy feliz smile sonrisa
birthday cumpleanos christmas navidad halloween party fiesta music musica guitar guitarra rock metallica nirvana
eminem beatles bunny shakira ferrari porsche mercedes mustang corvette harley toyota honda yamaha ducati
the and for with mine yours mi tu el la los las de del uno dos tres one two three four five six seven eight nine zero
this that is my your our
`
  .trim()
  .split(/\s+/)

/** Rows and columns of keyboards; four neighbours in a row, either way, count as one piece. */
export const keyboardRuns: readonly string[] = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
  'yxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol',
  'qazwsxedcrfvtgbyhnujm',
  'zaqxswcdevfrbgtnhy',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '!"#$%&/()=',
  '!@#$%^&*()',
]
