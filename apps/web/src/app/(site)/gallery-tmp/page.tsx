import {
  AlertTriangle,
  BellRing,
  Check,
  ChefHat,
  Clock,
  ConciergeBell,
  Flame,
  Leaf,
  Plus,
  ShieldAlert,
  WifiOff,
} from 'lucide-react'
import { BrandMark } from '@/components/brand/brand-mark.tsx'
import { DishPicture } from '@/components/plate/dish-picture.tsx'
import { DishTile } from '@/components/plate/dish-tile.tsx'
import { Served } from '@/components/plate/served.tsx'
import { LanguageSwitch } from '@/components/preferences/language-switch.tsx'
import { FloorTable } from '@/components/table/floor-table.tsx'
import { GuestTable } from '@/components/table/guest-table.tsx'
import { OpenSeat } from '@/components/table/open-seat.tsx'
import { Seat } from '@/components/table/seat.tsx'
import { TableCard } from '@/components/table/table-card.tsx'
import { OnTable, TableTop } from '@/components/table/table-top.tsx'
import { Badge } from '@/components/ui/badge.tsx'
import { Button } from '@/components/ui/button.tsx'
import { CheckboxRow } from '@/components/ui/checkbox-row.tsx'
import { Chip } from '@/components/ui/chip.tsx'
import { ChoiceCard } from '@/components/ui/choice-card.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { IconButton, iconButtonStyle } from '@/components/ui/icon-button.tsx'
import { People } from '@/components/ui/people.tsx'
import { Person } from '@/components/ui/person.tsx'
import { Price } from '@/components/ui/price.tsx'
import { SkeletonDish } from '@/components/ui/skeleton-dish.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { Switch } from '@/components/ui/switch.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { GalleryClient } from './client.tsx'

const guests = [
  { id: '1', name: 'Mara', colour: 0 },
  { id: '2', name: 'Theo', colour: 1 },
  { id: '3', name: 'Inés', colour: 2 },
]

export default function Gallery() {
  return (
    <div className="brand">
      {/* menu */}
      <section className="mx-auto max-w-[390px]" id="menu">
        <header className="relative h-[210px] overflow-hidden bg-field px-4.5 text-field-ink">
          <div className="flex items-center justify-between pt-3.5">
            <BrandMark name="Casa Perejil" logo="/logos/sprig.svg" />
            <div className="-mr-1.5 flex gap-2">
              <LanguageSwitch
                show="code"
                className="type-label flex min-h-11 items-center gap-2 rounded-full bg-field-veil px-3.5"
              />
              <IconButton variant="field" label="Call">
                <ConciergeBell size={20} />
              </IconButton>
            </div>
          </div>
          <Served
            picture="ceviche"
            ware="bowl"
            className="on-field absolute top-[50px] left-[200px] w-[292px]!"
            sizes="292px"
          />
          <h1 className="type-place relative mt-6">
            Casa
            <br />
            Perejil
          </h1>
          <div className="relative mt-3 flex items-center gap-2.5 text-sm font-semibold">
            <People people={guests} label="x" gap="ring-field" /> Table 7
          </div>
        </header>
        <div className="relative -mt-1 rounded-t-[26px] bg-background px-4.5 pt-3">
          <nav className="-mx-1.5 flex gap-1 overflow-hidden">
            <span className="type-label rounded-full bg-ink px-4 py-3 text-background">Tonight</span>
            <span className="type-label px-4 py-3 text-muted-foreground">To share</span>
            <span className="type-label px-4 py-3 text-muted-foreground">Bowls</span>
          </nav>
          <h2 className="type-section mt-4 mb-3">Most ordered tonight</h2>
          <div className="flex gap-3 overflow-hidden">
            {[
              ['beef', 'plate', 'tomato', 'Wok beef, chips and rice', 4800],
              ['causa', 'plate', 'basil', 'Golden potato causa', 3200],
              ['noodles', 'bowl', 'sky', 'Prawn noodles', 4400],
            ].map(([picture, ware, backdrop, name, amount]) => (
              <DishTile
                key={String(picture)}
                picture={String(picture)}
                ware={String(ware)}
                backdrop={String(backdrop)}
                name={name}
                className="w-[158px] flex-none"
                price={<Price amountMinor={Number(amount)} currency="PEN" />}
                action={
                  <IconButton variant="raised" label="Add">
                    <Plus size={20} strokeWidth={2.4} />
                  </IconButton>
                }
              />
            ))}
          </div>
          <div className="mt-7 flex items-baseline justify-between">
            <h2 className="type-section">To share</h2>
            <span className="type-hint text-muted-foreground">4 dishes</span>
          </div>
          {[
            ['bread', 'plate', 'basil', 'Ember flatbread'],
            ['noodles', 'bowl', 'sky', 'Prawn noodles'],
            ['skewers', 'plate', 'tomato', 'Octopus skewers'],
            ['noto-pizza', 'plate', 'yolk', 'Pizza'],
          ].map(([picture, ware, backdrop, name], at) => (
            <article key={name} className="flex justify-between gap-6 border-b py-3.5">
              <div className="flex flex-col">
                <h3 className="type-dish">{name}</h3>
                <p className="type-body mt-1.5 text-muted-foreground">
                  Three blistered flatbreads, parsley and lime dip, a chilli to bite.
                </p>
                <p className="mt-auto flex items-center gap-6">
                  <Price className="type-price" amountMinor={1800} currency="PEN" />
                  <span className="type-chip flex items-center gap-1.5 text-success-text">
                    <Leaf size={16} strokeWidth={2.4} /> Veg
                  </span>
                </p>
              </div>
              <span className="relative flex-none self-start">
                <DishPicture
                  className="w-29.5"
                  picture={picture}
                  ware={ware}
                  backdrop={backdrop ?? ''}
                  soldOut={at === 2}
                />
                {at === 1 ? (
                  <span
                    className={`${iconButtonStyle({ variant: 'primary' })} figures absolute -right-1 -bottom-1 font-bold`}
                  >
                    1
                  </span>
                ) : (
                  <IconButton variant="raised" label="Add" className="absolute -right-1 -bottom-1">
                    <Plus size={20} strokeWidth={2.4} />
                  </IconButton>
                )}
              </span>
            </article>
          ))}
        </div>
      </section>

      {/* status */}
      <section className="mx-auto max-w-[390px]" id="status">
        <div className="overflow-hidden bg-field px-4.5 text-field-ink">
          <h1 className="type-screen pt-6">Ceviche’s on its way</h1>
          <p className="mt-1.5 text-field-muted">The rest in about 6 minutes.</p>
          <div className="h-[296px] pt-8">
            <GuestTable
              className="mx-auto w-[360px] max-w-none"
              seats={[
                { id: 'a', picture: 'ceviche', ware: 'bowl', state: 'ready', tag: 'Mara, you' },
                { id: 'b', picture: 'beef', ware: 'plate', state: 'cooking', progress: 0.6, tag: 'Theo' },
                { id: 'c', state: 'waiting', tag: 'Inés' },
              ]}
              shared={[
                { id: 'd', picture: 'passion', ware: 'glass', state: 'bare' },
                { id: 'e', picture: 'chicha', ware: 'glass', state: 'bare' },
              ]}
            />
          </div>
        </div>
        <div className="relative -mt-6 grid gap-3 rounded-t-[26px] bg-background p-4.5">
          {[
            {
              picture: 'ceviche',
              ware: 'bowl',
              backdrop: 'lime',
              name: 'Morning-catch ceviche',
              chip: (
                <Chip tone="successSolid" icon={<BellRing size={16} strokeWidth={2.4} />}>
                  Ready
                </Chip>
              ),
            },
            {
              picture: 'beef',
              ware: 'plate',
              backdrop: 'tomato',
              name: 'Wok beef',
              chip: (
                <Chip tone="warning" icon={<Flame size={16} strokeWidth={2.4} />}>
                  Cooking
                </Chip>
              ),
            },
            {
              picture: 'mushrooms',
              ware: 'bowl',
              backdrop: 'sky',
              name: 'Mushroom barley',
              chip: <Chip icon={<Clock size={16} strokeWidth={2.4} />}>Next up</Chip>,
            },
            {
              picture: 'causa',
              ware: 'plate',
              backdrop: 'basil',
              name: 'Golden potato causa',
              chip: <Chip icon={<Check size={16} strokeWidth={2.4} />}>Served</Chip>,
            },
          ].map(({ name, chip, ...dish }) => (
            <div key={name} className="flex items-center gap-3 border-b pb-3">
              <DishPicture crop="thumb" className="w-12" {...dish} />
              <span className="flex-1">
                <span className="type-dish block">{name}</span>
                <span className="type-hint text-muted-foreground">Mara, you</span>
              </span>
              {chip}
            </div>
          ))}
        </div>
      </section>

      {/* join */}
      <section className="mx-auto max-w-[390px] bg-field" id="join">
        <div className="h-[330px] overflow-hidden pt-6">
          <TableTop className="mx-auto w-[376px] max-w-none">
            <OnTable x={-0.53} y={-0.26} size={0.285}>
              <Seat state="bare" initial="M" tag="Mara hosts" />
            </OnTable>
            <OnTable x={0.24} y={-0.63} size={0.285}>
              <Seat state="bare" initial="T" tag="Theo" />
            </OnTable>
            <OnTable x={0.5} y={0.14} size={0.29}>
              <OpenSeat />
            </OnTable>
            <OnTable x={0} y={-0.06} size={0.14}>
              <TableCard label="7" />
            </OnTable>
            <OnTable x={-0.1} y={-0.56} size={0.125}>
              <Served picture="chicha" ware="glass" sizes="48px" />
            </OnTable>
          </TableTop>
        </div>
      </section>

      {/* controls */}
      <section className="mx-auto grid max-w-[390px] gap-4 p-4.5" id="controls">
        <TextField label="Table code" defaultValue="K7QM" hint="On Mara’s phone" aside="Optional" />
        <TextField label="Your first name" error="Fill this in." />
        <GalleryClient />
        <div>
          <CheckboxRow label="Extra sweet potato" end="+ 4.00" defaultChecked />
          <CheckboxRow label="Crisp squid on top" detail="Contains molluscs, gluten" end="+ 9.00" />
        </div>
        <ChoiceCard type="checkbox" label="Sample menu" detail="Six categories" defaultChecked />
        <ChoiceCard name="r" label="Cash" defaultChecked />
        <div className="flex items-center gap-4">
          <Switch label="On" state="14 left" defaultChecked />
          <Switch label="Off" state="86 tonight" />
        </div>
        <div className="flex flex-wrap gap-2">
          <Chip tone="warning" size={32} icon={<AlertTriangle size={17} />}>
            Contains fish, celery
          </Chip>
          <Chip tone="success" size={32} icon={<Check size={17} />}>
            No nuts or milk
          </Chip>
          <Chip tone="danger">Peanuts</Chip>
          <Chip tone="dangerSolid">Late</Chip>
          <Chip tone="yolk">Calling, 0:35</Chip>
          <Chip tone="info">Info</Chip>
          <Badge label="5 waiting">5</Badge>
        </div>
        <Button size={60} wide>
          <ChefHat size={22} /> Send to the kitchen
        </Button>
        <Button size={52} busy>
          Busy keeps its label
        </Button>
        <div className="flex flex-wrap gap-2">
          <Button variant="quiet" size={44}>
            Note
          </Button>
          <Button variant="line" size={44}>
            Line
          </Button>
          <Button variant="danger" size={44}>
            Danger
          </Button>
          <Button variant="ink" size={44}>
            Ink
          </Button>
        </div>
        <Button wide size={60} reason="The kitchen opens at 12:30.">
          Send to the kitchen
        </Button>
        <Strip tone="danger" icon={<ShieldAlert size={22} />} lead="Theo: peanut allergy.">
          The kitchen sees this in red on each of these dishes.
        </Strip>
        <Strip tone="warning" icon={<WifiOff size={22} />} lead="You’re offline.">
          Keep choosing. We’ll send it when you’re back.
        </Strip>
        <Strip
          loud
          icon={<WifiOff size={22} />}
          lead="Offline for 0:48."
          action={
            <Button variant="ink" size={44}>
              Try now
            </Button>
          }
        >
          New orders may be missing.
        </Strip>
        <SkeletonDish />
        <EmptyState
          picture={<Served />}
          title="Nothing on your plate yet"
          action={<Button size={44}>See what’s good tonight</Button>}
        >
          Dishes anyone at table 7 adds show up here.
        </EmptyState>
        <div className="flex items-center gap-2">
          <Person name="Mara" colour={0} size={56} />
          <Person name="Theo" colour={1} size={44} />
          <Price className="type-dish-title" amountMinor={4600} currency="PEN" />
          <Price className="type-price" amountMinor={400} currency="EUR" added />
        </div>
      </section>

      <section className="mx-auto max-w-[720px] p-4.5" id="dishes">
        <div className="grid grid-cols-6 gap-3">
          {[
            ['ceviche', 'bowl', 'lime'],
            ['causa', 'plate', 'basil'],
            ['tomatoes', 'plate', 'basil'],
            ['bread', 'plate', 'basil'],
            ['beef', 'plate', 'tomato'],
            ['chicken', 'plate', 'tomato'],
            ['ember', 'plate', 'tomato'],
            ['noodles', 'bowl', 'sky'],
            ['greens', 'bowl', 'yolk'],
            ['flan', 'plate', 'peach'],
            ['chicha', 'glass', 'beet'],
            ['noto-hamburger', 'plate', 'tomato'],
            [null, 'plate', 'lime'],
            [null, 'plate', 'yolk'],
          ].map(([picture, ware, backdrop]) => (
            <DishPicture
              key={`${picture}${backdrop}`}
              crop="whole"
              picture={picture ?? null}
              ware={ware ?? ''}
              backdrop={backdrop ?? ''}
            />
          ))}
        </div>
        <DishPicture
          crop="hero"
          className="mt-4 h-[262px] w-[390px]"
          picture="ceviche"
          ware="bowl"
          backdrop="lime"
        />
      </section>

      <section
        className="floor mx-auto flex max-w-[980px] flex-wrap gap-16 rounded-xl border p-12"
        id="floor"
      >
        <FloorTable label="1" shape="round" seats={2} plates={[]} badge={<Chip tone="raised">Free</Chip>} />
        <FloorTable
          label="2"
          shape="square"
          seats={3}
          plates={[{}, {}]}
          badge={
            <Chip tone="warning" edge>
              Choosing <b>3 min</b>
            </Chip>
          }
        />
        <FloorTable
          label="4"
          shape="square"
          seats={4}
          plates={[{ picture: 'causa' }, {}, {}, {}]}
          badge={
            <Chip tone="dangerSolid">
              Late <b>18:35</b>
            </Chip>
          }
        />
        <FloorTable
          label="7"
          shape="round"
          seats={3}
          selected
          plates={[{ picture: 'ceviche', ware: 'bowl', ready: true }, {}, {}]}
          badge={
            <Chip tone="successSolid">
              Ceviche ready <b>0:40</b>
            </Chip>
          }
        />
        <FloorTable
          label="5"
          shape="long"
          seats={6}
          plates={[
            { picture: 'soup', ware: 'bowl' },
            { picture: 'greens', ware: 'bowl' },
            {},
            {},
            { picture: 'tomatoes' },
          ]}
          badge={
            <Chip tone="yolk">
              Calling you <b>0:35</b>
            </Chip>
          }
        />
        <FloorTable label="8" shape="long" seats={6} plates={[]} />
        <FloorTable label="11" shape="round" seats={2} plates={[{ picture: 'flan' }, { picture: 'tart' }]} />
      </section>
    </div>
  )
}
