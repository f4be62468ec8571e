'use client'
import { Flame } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { SegmentedChoice } from '@/components/ui/segmented-choice.tsx'
import { Sheet } from '@/components/ui/sheet.tsx'
import { Stepper } from '@/components/ui/stepper.tsx'
import { Tabs } from '@/components/ui/tabs.tsx'
import { toast } from '@/components/ui/toast-store.ts'
import { Toaster } from '@/components/ui/toaster.tsx'

export function GalleryClient() {
  const [quantity, setQuantity] = useState(1)
  const [tab, setTab] = useState('all')
  const [sheet, setSheet] = useState(false)
  const [dialog, setDialog] = useState(false)
  const [bad, setBad] = useState(false)
  if (bad) throw new Error('boom')
  return (
    <>
      <SegmentedChoice
        legend="How hot?"
        defaultValue="little"
        options={[
          { value: 'none', label: 'None' },
          { value: 'little', label: 'A little', icon: <Flame size={18} /> },
          { value: 'rocoto', label: 'Rocoto', icon: <Flame size={18} /> },
        ]}
      />
      <Tabs
        label="Whose"
        value={tab}
        onValueChange={setTab}
        tabs={[
          { value: 'all', label: 'Everyone, 4' },
          { value: 'mine', label: 'Just mine, 1' },
        ]}
      />
      <div className="flex gap-2">
        <Stepper
          label="Quantity"
          lessLabel="Less"
          moreLabel="More"
          value={quantity}
          onValueChange={setQuantity}
        />
        <Button className="flex-1 justify-between">
          Add for Mara <span className="figures">S/ 50.00</span>
        </Button>
      </div>
      <Stepper
        look="bare"
        label="Quantity"
        lessLabel="Less"
        moreLabel="More"
        value={quantity}
        onValueChange={setQuantity}
      />
      <Button id="open-sheet" onClick={() => setSheet(true)}>
        Sheet
      </Button>
      <Button id="open-dialog" onClick={() => setDialog(true)}>
        Dialog
      </Button>
      <Button
        id="open-toast"
        onClick={() => toast({ message: 'Wok beef is back on', undo: { label: 'Undo', run: () => {} } })}
      >
        Toast
      </Button>
      <Button id="boom" onClick={() => setBad(true)}>
        Throw
      </Button>
      <Sheet
        open={sheet}
        onClose={() => setSheet(false)}
        title="Ready to send?"
        closeLabel="Close"
        footer={
          <Button size={60} wide>
            Send to the kitchen
          </Button>
        }
      >
        <p className="h-200">Body</p>
      </Sheet>
      <Dialog
        open={dialog}
        onClose={() => setDialog(false)}
        title="Close table 7?"
        actions={
          <>
            <Button variant="line" size={44} onClick={() => setDialog(false)}>
              Keep it open
            </Button>
            <Button variant="danger" size={44}>
              Close it
            </Button>
          </>
        }
      >
        <p>Its guests lose access.</p>
      </Dialog>
      <Toaster label="Notices" />
    </>
  )
}
